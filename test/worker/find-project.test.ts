import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { OvhClient } from '../../src/ovh/client.ts';
import { isTransient, OvhClientError, OvhServerError } from '../../src/ovh/errors.ts';
import { createProjectIndex } from '../../src/ovh/project-index.ts';
import { findProject } from '../../src/worker/ovh/find-project.ts';
import { order } from '../orders/samples.ts';

const ID = '3f1c0a9be27d4e6b8a5d90c1e2f3a4b5';
const ORDER_ID = 4711;
const answered = { queryId: null, retryAfter: null };

const refusal = (status: number) =>
  new OvhClientError('GET', { status, ...answered }, { errorClass: null, apiMessage: 'No' });
const trouble = new OvhServerError('GET', { status: 500, ...answered }, { body: 'a page' });

/** An OVHcloud of these answers, by path (below the order where it begins with `details`); all else is a 404. */
function answering(answers: Record<string, unknown>): OvhClient {
  return {
    readTime: async () => 0,
    toLocalTime: (time) => time.getTime(),
    async call({ path, params = {} }, schema) {
      const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(params[name]));
      const found = answers[filled.replace(`/me/order/${ORDER_ID}/`, '')] ?? refusal(404);
      if (found instanceof Error) throw found;
      return schema.parse(found);
    },
  };
}

function find(answers: Record<string, unknown>) {
  const ovh = answering(answers);
  return findProject(order(), ORDER_ID, { ovh, projectIndex: createProjectIndex(ovh, () => 0) });
}

const placeholder = (orderDetailId: number | string) => ({ orderDetailId, domain: '*001', quantity: '1' });
const project = { project_id: ID, description: 'shop', status: 'ok', orderId: ORDER_ID };
const there = { [`/cloud/project/${ID}`]: project };

describe('the project of a delivered order', () => {
  it('is not taken for missing if its operations are refused for a moment', async () => {
    const found = await find({
      details: [811],
      'details/811': placeholder(811),
      'details/811/operations': refusal(429),
      '/cloud/project': [],
    });
    assert.equal(found.project, null);
    assert.equal(found.error && isTransient(found.error), true);
  });

  for (const [what, error] of Object.entries({ 'is refused': refusal(403), fails: trouble })) {
    it(`is found in a detail behind one whose reading ${what}`, async () => {
      const found = await find({
        ...there,
        details: [811, 812],
        'details/811': error,
        'details/812': { orderDetailId: 812, domain: ID },
      });
      assert.equal(found.project?.id, ID);
    });

    it(`is found in an operation behind one whose reading ${what}`, async () => {
      const found = await find({
        ...there,
        details: [810, 811, 812],
        'details/810': error,
        'details/811': placeholder(811),
        'details/812': placeholder(812),
        'details/811/operations': error,
        'details/812/operations': [9300, 9301],
        'details/812/operations/9300': error,
        'details/812/operations/9301': { id: 9301, status: 'doing', resource: { name: ID } },
      });
      assert.equal(found.project?.id, ID);
    });
  }

  it('is found if a gateway sends numbers as text', async () => {
    const found = await find({
      ...there,
      details: ['812'],
      'details/812': placeholder('812'),
      'details/812/operations': ['9301'],
      'details/812/operations/9301': { id: '9301', resource: { name: ID } },
    });
    assert.equal(found.project?.id, ID);
  });

  it('is found if an operation has its id only as the display name', async () => {
    const found = await find({
      ...there,
      details: [812],
      'details/812': placeholder(812),
      'details/812/operations': [9301],
      'details/812/operations/9301': { resource: { name: 'pci-1', displayName: ID } },
    });
    assert.equal(found.project?.id, ID);
  });

  for (const [what, domain] of [
    ['in capitals', ID.toUpperCase()],
    ['with blanks around it', ` ${ID}\n`],
    ['with dashes', '3f1c0a9b-e27d-4e6b-8a5d-90c1e2f3a4b5'],
    ['at the end of a URN', `urn:v1:eu:resource:publicCloudProject:${ID}`],
  ] as const) {
    it(`is found if a detail has its id ${what}`, async () => {
      const found = await find({ ...there, details: [811], 'details/811': { orderDetailId: 811, domain } });
      assert.equal(found.project?.id, ID);
    });
  }

  it('is found if an operation has its id as the resource itself, and without a status', async () => {
    const found = await find({
      [`/cloud/project/${ID}`]: { project_id: ID },
      details: [812],
      'details/812': placeholder(812),
      'details/812/operations': [9301],
      'details/812/operations/9301': { resource: ID },
    });
    assert.deepEqual(found, { project: { id: ID, description: null }, error: null });
  });

  it('is the one that names the order, also as text, if no detail can be read', async () => {
    const found = await find({
      details: [811],
      'details/811': refusal(403),
      '/cloud/project': [ID],
      [`/cloud/project/${ID}`]: { ...project, orderId: String(ORDER_ID) },
    });
    assert.equal(found.project?.id, ID);
  });

  it('is unknown, with the reason, if nothing shows it', async () => {
    const found = await find({ details: [811], 'details/811': trouble, '/cloud/project': [] });
    assert.deepEqual(found, { project: null, error: trouble });
  });
});
