import type { AlertKind } from '@ling-stream/markdown';

/** Every word that `<StreamingText>` itself puts on the page. */
export interface StreamingTextLabels {
  /** On the button that copies a block of code. */
  readonly copy: string;
  /** On the same button, for two seconds after it worked. */
  readonly copied: string;
  /** On the same button, when the browser refused. */
  readonly copyFailed: string;
  /** On the button that wraps long lines of code. */
  readonly wrap: string;
  /** On the buttons that copy a table. */
  readonly copyCsv: string;
  readonly copyMarkdown: string;
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
  /** Titles of alerts. */
  readonly alerts: Readonly<Record<AlertKind, string>>;
  /** Name of the footnotes below a text. */
  readonly footnotes: string;
  /** Name of the link from the text to a footnote. */
  readonly footnote: (number: number) => string;
  /** Name of the link from a footnote back to the text. */
  readonly backToText: (number: number) => string;
}

/** English words. */
export const englishLabels: StreamingTextLabels = {
  copy: 'Copy',
  copied: 'Copied',
  copyFailed: 'Could not copy',
  wrap: 'Wrap',
  copyCsv: 'Copy CSV',
  copyMarkdown: 'Copy Markdown',
  code: 'Code',
  table: 'Table',
  loadImage: (host) => (host === '' ? 'Show image' : `Load image from ${host}`),
  image: 'Image',
  task: 'Task',
  alerts: { note: 'Note', tip: 'Tip', important: 'Important', warning: 'Warning', caution: 'Caution' },
  footnotes: 'Footnotes',
  footnote: (number) => `Footnote ${number}`,
  backToText: (number) => `Back to reference ${number}`,
};

/** Chinese words. */
export const chineseLabels: StreamingTextLabels = {
  copy: '复制',
  copied: '已复制',
  copyFailed: '无法复制',
  wrap: '换行',
  copyCsv: '复制 CSV',
  copyMarkdown: '复制 Markdown',
  code: '代码',
  table: '表格',
  loadImage: (host) => (host === '' ? '显示图片' : `加载来自 ${host} 的图片`),
  image: '图片',
  task: '任务',
  alerts: { note: '注意', tip: '提示', important: '重要', warning: '警告', caution: '当心' },
  footnotes: '脚注',
  footnote: (number) => `脚注 ${number}`,
  backToText: (number) => `返回正文第 ${number} 处`,
};
