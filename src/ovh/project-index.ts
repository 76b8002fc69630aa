import { monotonicClock } from '../monotonic-clock.ts';
import type { OvhClient } from './client.ts';
import { nullIfRefused } from './errors.ts';
import { getProject, listProjects } from './projects.ts';
import type { OvhProject } from './schemas/project.ts';

/** Finds the project of an order where the order itself does not name it. */
export type ProjectIndex = {
  /** The project whose `orderId` is this; null where there is none that can be read. Throws the errors of errors.ts. */
  findByOrder(orderId: number): Promise<OvhProject | null>;
};

/** The order of a project never changes; a project that does not name it, or cannot be read, is asked again after this. */
const ASK_AGAIN_AFTER_MS = 600_000;

/** Creates an empty index, which reads each project of the account once. `clock` is in ms since 1970. */
export function createProjectIndex(ovh: OvhClient, clock: () => number): ProjectIndex {
  const now = monotonicClock(clock);
  const known = new Map<string, { orderId: number | null; readAt: number }>();

  function mayBe(projectId: string, orderId: number): boolean {
    const entry = known.get(projectId);
    if (!entry || entry.orderId === orderId) return true;
    return entry.orderId === null && now() - entry.readAt >= ASK_AGAIN_AFTER_MS;
  }

  return {
    async findByOrder(orderId) {
      const ids = await listProjects(ovh);
      const there = new Set(ids);
      for (const id of known.keys()) if (!there.has(id)) known.delete(id);
      // Sequentially: an account may have hundreds, and no one waits for this.
      for (const id of ids.filter((each) => mayBe(each, orderId))) {
        // A project that the app may not read, or that was just deleted, must not hide the others.
        const project = await getProject(ovh, id).catch(nullIfRefused);
        known.set(id, { orderId: project?.orderId ?? null, readAt: now() });
        if (project?.orderId === orderId) return project;
      }
      return null;
    },
  };
}
