/** Whether all is tested at its full size, as `npm run test:all` does; `npm test` is content with less. */
export const isFullSize = process.env.TEST_SIZE === 'full';

/** For `skip` of a test that takes too long for every day. */
export const onlyAtFullSize = isFullSize ? false : 'part of npm run test:all';
