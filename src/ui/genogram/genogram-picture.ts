/** A person of a genogram, as the drawing needs them. */
export type GenogramPerson = {
  readonly id: string;
  readonly name: string;
  /** Beneath the name: `8`, `born 1989`, `unborn`. */
  readonly detail: string;
  readonly sex: 'female' | 'male' | null;
  readonly died: boolean;
  readonly unborn: boolean;
  /** The child whose family is drawn. */
  readonly isFocus: boolean;
  /** 0 for the child's own generation, 1 for the parents', 2 for the grandparents', -1 for the child's own children. */
  readonly generation: number;
  /** Lives with the child today. */
  readonly sameHousehold: boolean;
  /** Has parental responsibility for the child; null where nobody said. Of parents and guardians alone. */
  readonly hasResponsibility: boolean | null | 'not-asked';
  readonly href: string | null;
};

/** Two parents, or one who is known, and the children whom they have. */
export type GenogramUnion = {
  readonly partners: readonly string[];
  readonly children: readonly string[];
  /** They live apart, or are no couple any more. */
  readonly parted: boolean;
};

export type GenogramPicture = {
  /** Whose family it is: the drawing's name for those who hear it. */
  readonly name: string;
  readonly people: readonly GenogramPerson[];
  readonly unions: readonly GenogramUnion[];
};
