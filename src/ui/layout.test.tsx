import { describe, expect, test } from 'vitest';
import { EXAMPLE_HOUSE } from './example-house.ts';
import type { HousePage } from './house-page.ts';
import { documentOf, Layout } from './layout.tsx';

const shown = (house: Partial<HousePage>, title = 'Children'): string =>
  documentOf(<Layout house={{ ...EXAMPLE_HOUSE, ...house }} title={title} nav="/children" />);

describe('the frame of a page', () => {
  test('names page, product and council, escaped', () => {
    expect(shown({ council: 'Tyne & Wear' }, '<b>')).toContain('<title>&lt;b> – Sightline – Tyne &amp; Wear</title>');
    expect(shown({})).toMatch(/^<!doctype html><html lang="en-GB"/);
  });

  test('says first in the tab that a form was refused', () => {
    expect(documentOf(<Layout house={EXAMPLE_HOUSE} title="Record a visit" refused />)).toContain(
      '<title>Error: Record',
    );
  });

  test('marks where the reader is', () => {
    expect(shown({}).match(/aria-current="page"/g)).toHaveLength(1);
    expect(shown({})).toContain('<a href="/children" aria-current="page">Children</a>');
  });

  test('an invented database and trial files are said; a real record has no banner', () => {
    expect(shown({ mark: 'invented' })).toContain('Invented data.');
    expect(shown({ mark: 'real', trial: true })).toContain('Trial files.');
    expect(shown({ mark: 'real', trial: true })).not.toContain('Invented data.');
    expect(shown({ mark: 'real', trial: false })).not.toContain('sl-notices');
  });

  test('takes the colour of the council, and nothing else in its place', () => {
    expect(shown({ colour: '#7a1f5c' })).toContain('<style nonce="example">:root{--sl-council:#7a1f5c}</style>');
    expect(shown({ colour: 'red}body{display:none' })).not.toContain('<style');
    expect(shown({ colour: null })).not.toContain('<style');
  });

  test('nothing needs an inline style or another origin, and every script carries the nonce or is our own file', () => {
    const html = shown({ colour: '#7a1f5c' });
    expect(html).not.toMatch(/ style=|https?:\/\//);
    expect(
      [...html.matchAll(/<script([^>]*)>/g)].every(([, attributes = '']) =>
        /nonce="example"|src="\/assets\//.test(attributes),
      ),
    ).toBe(true);
  });

  test('before sign-in there is nobody, no navigation and no sign-out', () => {
    const html = shown({ person: null, nav: [], signOut: null });
    expect(html).not.toMatch(/sl-nav|Sign out|sl-head__person/);
  });
});
