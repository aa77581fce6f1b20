import type { VNode } from 'preact';

/** What a form sends on without showing it. */
export const Hidden = ({ fields }: { readonly fields: Readonly<Record<string, string>> }): VNode => (
  <>
    {Object.entries(fields).map(([name, value]) => (
      <input key={name} type="hidden" name={name} value={value} />
    ))}
  </>
);
