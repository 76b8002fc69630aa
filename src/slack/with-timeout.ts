/**
 * Waits for `work` to settle, but no longer than `ms`: Slack wants its answer within three seconds. Says whether it
 * has settled.
 */
export async function settlesWithin(work: Promise<unknown>, ms: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(resolve, ms, false);
  });
  const settled = work.then(
    () => true,
    () => true,
  );
  return Promise.race([settled, late]).finally(() => clearTimeout(timer));
}

/** The result of `work`, or undefined if that takes longer than `ms`. */
export async function withTimeout<T>(work: Promise<T>, ms: number): Promise<T | undefined> {
  let answer: T | undefined;
  const answering = work.then((value) => {
    answer = value;
  });
  await settlesWithin(answering, ms);
  // Errors so far propagate to the caller.
  if (answer === undefined) await Promise.race([answering, undefined]);
  return answer;
}
