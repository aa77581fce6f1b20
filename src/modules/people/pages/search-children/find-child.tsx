type FindChildProps = { readonly csrf: string; readonly fault?: string | undefined; readonly typed: string };

/** The box that finds a child. It posts, so that no name stands in an address or a log. */
export const FindChild = ({ csrf, fault, typed }: FindChildProps) => (
  <form method="post" action="/children" class="sl-as-of" novalidate>
    <input type="hidden" name="_csrf" value={csrf} />
    <label for="looking">Find a child by name, council id or pupil number</label>
    <input
      class="sl-box"
      id="looking"
      name="looking"
      value={typed}
      spellcheck={false}
      autocomplete="off"
      aria-invalid={fault ? 'true' : undefined}
      aria-describedby={fault ? 'looking-fault' : undefined}
    />
    <button type="submit" class="sl-small-button">
      Find
    </button>
    {fault && (
      <p id="looking-fault" class="sl-missed">
        {fault}
      </p>
    )}
  </form>
);
