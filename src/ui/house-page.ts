/** What every page is told about the house that serves it. */
export type HousePage = {
  /** As the council writes itself: "Wherrymouth County Council". */
  readonly council: string;
  /** The council's own colour as `#rrggbb`, at least 4.5 to 1 on white; ours when it has none. */
  readonly colour: string | null;
  /** Whether the children of this database are real people. */
  readonly mark: 'invented' | 'real';
  /** Some of what is shown came from files that were loaded for trial. */
  readonly trial: boolean;
  /** Lets this answer's own inline script and style through the content security policy. */
  readonly nonce: string;
  /** Who is signed in; null on the pages before sign-in. */
  readonly person: { readonly name: string; readonly role: string | null } | null;
  readonly nav: readonly NavigationLink[];
  /** Where signing out is posted to, with its token; null when nobody is signed in. */
  readonly signOut: { readonly action: string; readonly csrf: string } | null;
};

export type NavigationLink = { readonly text: string; readonly href: string };
