import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { OvhClient } from '../../src/ovh/client.ts';
import { OvhClientError, OvhTimeoutError } from '../../src/ovh/errors.ts';
import { createProjectIndex } from '../../src/ovh/project-index.ts';

const MINUTE = 60_000;

/** An account with these projects, by the order that each names; what cannot be read is an error. */
function account(projects: Record<string, number | null | Error>) {
  const read: string[] = [];
  let now = 0;
  const ovh: OvhClient = {
    readTime: async () => now,
    toLocalTime: (time) => time.getTime(),
    async call({ params }, schema) {
      const id = params?.projectId;
      if (id === undefined) return schema.parse(Object.keys(projects));
      read.push(String(id));
      const orderId = projects[id] ?? null;
      if (orderId instanceof Error) throw orderId;
      return schema.parse({ project_id: id, description: null, status: 'ok', orderId });
    },
  };
  const index = createProjectIndex(ovh, () => now);
  const pass = (ms: number) => {
    now += ms;
  };
  return { index, read, pass, projects };
}

function refusal(status: number): OvhClientError {
  const response = { status, queryId: null, retryAfter: null };
  return new OvhClientError('GET', response, { errorClass: null, apiMessage: 'no' });
}

describe('the index of projects', () => {
  it('reads a project again in time although the clock was days ahead when it named no order', async () => {
    const { index, pass, projects } = account({ a: null });
    pass(72 * 60 * MINUTE);
    assert.equal(await index.findByOrder(1), null);
    pass(-72 * 60 * MINUTE);
    assert.equal(await index.findByOrder(1), null);
    projects.a = 1;
    pass(10 * MINUTE);
    assert.equal((await index.findByOrder(1))?.project_id, 'a');
  });

  it('finds the project that names the order, and reads every other one once', async () => {
    const { index, read, projects } = account({ a: 1, b: 2, c: 3 });
    assert.equal((await index.findByOrder(3))?.project_id, 'c');
    assert.equal(await index.findByOrder(4), null);
    assert.deepEqual(read, ['a', 'b', 'c']);
    projects.d = 4;
    assert.equal((await index.findByOrder(4))?.project_id, 'd');
    assert.equal((await index.findByOrder(2))?.project_id, 'b');
    assert.deepEqual(read, ['a', 'b', 'c', 'd', 'b'], 'what is found is read as it is now');
  });

  it('reads a project again later if it named no order or could not be read', async () => {
    const { index, read, pass, projects } = account({ a: null, b: refusal(403) });
    assert.equal(await index.findByOrder(1), null);
    assert.equal(await index.findByOrder(1), null);
    assert.deepEqual(read, ['a', 'b']);
    Object.assign(projects, { a: 7, b: 1 });
    pass(11 * MINUTE);
    assert.equal((await index.findByOrder(1))?.project_id, 'b');
  });

  it('fails if OVHcloud does not answer', async () => {
    const { index } = account({ a: new OvhTimeoutError('GET', 1) });
    await assert.rejects(index.findByOrder(1), OvhTimeoutError);
  });

  for (const status of [408, 425, 429]) {
    it(`reads a project again at once after a refusal that may pass (${status})`, async () => {
      const { index, projects } = account({ a: refusal(status) });
      await assert.rejects(index.findByOrder(1), OvhClientError);
      projects.a = 1;
      assert.equal((await index.findByOrder(1))?.project_id, 'a');
    });
  }
});
