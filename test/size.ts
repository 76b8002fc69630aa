/** Whether all is tested at its full size, as `npm run test:all` does; `npm test` is content with less. */
export const isFullSize = process.env.TEST_SIZE === 'full';

/** For `skip` of a test that takes too long for every day. */
export const onlyAtFullSize = isFullSize ? false : 'part of npm run test:all';

/** The first few of many cases that go the same way through the code; all of them at full size. */
export function firstOf<T>(few: number, cases: readonly T[]): readonly T[] {
  return isFullSize ? cases : cases.slice(0, few);
}
