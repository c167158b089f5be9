const CONTROLS = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;

/**
 * Writes letters that turn the direction of text as their numbers: in code they can make it say what it does not do.
 *
 * @see https://trojansource.codes
 */
export function showControls(code: string): string {
  return code.replaceAll(
    CONTROLS,
    (letter) => `⟨U+${letter.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}⟩`,
  );
}
