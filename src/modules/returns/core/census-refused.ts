/** A file that is not loaded at all, with the sentence that the person who gave it reads. Nothing of it is written. */
export class CensusRefused extends Error {
  readonly line: number | null;

  constructor(sentence: string, line: number | null = null) {
    super(line === null ? sentence : `${sentence} (line ${line})`);
    this.name = 'CensusRefused';
    this.line = line;
  }
}
