/** A file that is not loaded at all, with the sentence that the person who gave it reads. Nothing of it is written. */
export class FileRefused extends Error {
  readonly line: number | null;
  /** Which of several files that were given together; null where it is the one, or all of them. */
  readonly file: string | null;

  constructor(sentence: string, line: number | null = null, file: string | null = null) {
    super(line === null ? sentence : `${sentence} (line ${line})`);
    this.name = 'FileRefused';
    this.line = line;
    this.file = file;
  }
}
