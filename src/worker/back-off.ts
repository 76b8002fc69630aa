/** How long to wait before the next try, in ms: doubling from one second up to `most`. */
export function backOff(tries: number, most: number): number {
  return Math.min(1_000 * 2 ** Math.max(0, tries - 1), most);
}
