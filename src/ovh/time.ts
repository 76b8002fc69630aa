/** A time as OVHcloud's `datetime` parameters are written: ISO 8601, whole seconds (rounded down), with an offset. */
export function ovhTime(time: Date): string {
  return time.toISOString().replace(/\.\d+Z$/, '+00:00');
}
