import fc from 'fast-check';

/** What is done to one place of a payload; `at` says how far from the root, 0 the nearest. */
export type Change = {
  at: number;
  to: { drop: true } | { value: unknown } | { key: string; value: unknown };
};

/** `at` is smaller than this. Not a fraction: fast-check's own are hardly ever far from 0. */
const FARTHEST = 10_000;

const MARKUP = ['<!channel>', '<@U0APP1>', '<https://evil|x>', '*bold* `code` ~gone~', '&lt;!here&gt;'];
const TRICKS = [
  "'; DROP TABLE orders;--",
  '\u0000',
  '\u202Egnp.exe',
  '\u200B',
  '\uD800',
  '👩‍👩‍👧',
  '../../etc/passwd',
  'NaN',
  '-1',
];
const KEYS = ['__proto__', 'constructor', 'prototype', 'toString', 'length', 'then', 'type', 'event', 'name'];
const LONG = [1_000, 3_001, 60_000].map((length) => 'x'.repeat(length));
const ODD = [
  null,
  ['one', 'two'],
  true,
  0,
  -1,
  1e308,
  '',
  [],
  {},
  [[]],
  [null],
  { id: null },
  { toString: 'x' },
  deep(200),
];

/** Any code point, half a pair too. fast-check's own `binary` takes seconds to make. */
const CHARACTER = fc.nat(0x10ffff).map((codePoint) => String.fromCodePoint(codePoint));

/** Changes such as whoever knows the app would make: `known` are ids and values that mean something to it. */
export function anyChanges(known: readonly unknown[]): fc.Arbitrary<Change[]> {
  const value = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...known) },
    { weight: 3, arbitrary: fc.constantFrom<unknown>(...ODD) },
    { weight: 2, arbitrary: fc.constantFrom(...MARKUP, ...TRICKS, ...KEYS) },
    { weight: 1, arbitrary: fc.constantFrom(...LONG) },
    { weight: 1, arbitrary: fc.string({ unit: CHARACTER, maxLength: 40 }) },
    { weight: 1, arbitrary: fc.jsonValue() },
  );
  const to = fc.oneof(
    { weight: 2, arbitrary: fc.constant({ drop: true as const }) },
    { weight: 6, arbitrary: fc.record({ value }) },
    { weight: 1, arbitrary: fc.record({ key: fc.constantFrom(...KEYS), value }) },
  );
  return fc.array(fc.record({ at: fc.nat(FARTHEST - 1), to }), {
    minLength: 1,
    maxLength: 3,
  });
}

/** A copy of a payload with the changes made to it. Places near the root, where the app looks, come up most. */
export function changed(
  content: Record<string, unknown>,
  changes: readonly Change[],
): Record<string, unknown> {
  const copy = structuredClone(content);
  for (const { at, to } of changes) {
    const places = placesIn(copy);
    const place = places[Math.floor((at / FARTHEST) ** 1.5 * places.length)];
    if (place) change(place, to);
  }
  return copy;
}

type Place = { parent: object; key: string };

/** Everything that has a key or an index, the nearest to the root first. */
function placesIn(root: object): Place[] {
  const places: Place[] = [];
  const parents = [root];
  for (const parent of parents) {
    for (const [key, child] of Object.entries(parent)) {
      places.push({ parent, key });
      if (typeof child === 'object' && child !== null) parents.push(child);
    }
  }
  return places;
}

function change({ parent, key }: Place, to: Change['to']): void {
  if ('drop' in to) {
    if (Array.isArray(parent)) parent.splice(Number(key), 1);
    else Reflect.deleteProperty(parent, key);
    return;
  }
  // Defined, not assigned: __proto__ has to become a key of its own, as it does in JSON.parse.
  const value = structuredClone(to.value);
  const place = { value, enumerable: true, configurable: true, writable: true };
  Object.defineProperty(parent, 'key' in to && !Array.isArray(parent) ? to.key : key, place);
}

function deep(levels: number): unknown {
  return levels === 0 ? 'deep' : { a: deep(levels - 1) };
}
