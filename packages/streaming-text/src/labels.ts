/** Every word that `<StreamingText>` itself puts on the page. */
export interface StreamingTextLabels {
  /** On the button that copies a block of code. */
  readonly copy: string;
  /** On the same button, for two seconds after it worked. */
  readonly copied: string;
  /** On the same button, when the browser refused. */
  readonly copyFailed: string;
  /** Name of a block of code whose language is not known. */
  readonly code: string;
  /** Name of a table's scrolling box. */
  readonly table: string;
  /** Says that an image waits for a click; `host` is where it would be loaded from, or `''` for this site. */
  readonly loadImage: (host: string) => string;
  /** Stands for an image without a description. */
  readonly image: string;
  /** Name of a task's box. */
  readonly task: string;
}

/** English words. */
export const englishLabels: StreamingTextLabels = {
  copy: 'Copy',
  copied: 'Copied',
  copyFailed: 'Could not copy',
  code: 'Code',
  table: 'Table',
  loadImage: (host) => (host === '' ? 'Show image' : `Load image from ${host}`),
  image: 'Image',
  task: 'Task',
};

/** Chinese words. */
export const chineseLabels: StreamingTextLabels = {
  copy: '复制',
  copied: '已复制',
  copyFailed: '无法复制',
  code: '代码',
  table: '表格',
  loadImage: (host) => (host === '' ? '显示图片' : `加载来自 ${host} 的图片`),
  image: '图片',
  task: '任务',
};
