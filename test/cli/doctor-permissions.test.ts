import assert from 'node:assert/strict';
import { test } from 'node:test';
import { missingPermissions, unneededPermissions } from '../../src/cli/doctor/permissions.ts';
import type { ApiPermission } from '../../src/config/regions.ts';

const permission = (text: string) => {
  const [method, path = ''] = text.split(' ');
  return { method, path } as ApiPermission;
};

test('doctor: a permission covers another if it allows everything that the other allows', () => {
  const pairs: [held: string, needed: string, covers: boolean][] = [
    ['GET /me', 'GET /me', true],
    ['POST /me', 'GET /me', false],
    ['GET /*', 'GET /me', true],
    ['GET /*', 'GET /order/cart/*', true],
    ['GET /order/*', 'GET /order/cart', true],
    ['GET /order/*', 'GET /order/cart/*', true],
    ['GET /order/cart*', 'GET /order/cart', true],
    ['GET /order/cart/*', 'GET /order/cart/*', true],
    ['GET /order/cart/*', 'GET /order/cart', false],
    ['GET /order/cart/*/cloud', 'GET /order/cart/*', false],
    ['GET /order/cart/{cartId}', 'GET /order/cart/*', false],
    ['GET /me/*', 'GET /me', false],
    ['GET /m.', 'GET /me', false],
    ['GET /me', 'GET /me/order', false],
  ];
  for (const [held, needed, covers] of pairs) {
    assert.equal(
      missingPermissions([permission(needed)], [permission(held)]).length === 0,
      covers,
      `${held} covers ${needed}`,
    );
  }
});

test('doctor: a permission that no call needs is reported as unneeded', () => {
  const needed = ['GET /me', 'GET /order/cart/*'].map(permission);
  const held = ['GET /me', 'GET /order/cart/*/item', 'POST /me/order/*'].map(permission);
  assert.deepEqual(unneededPermissions(needed, held), [permission('POST /me/order/*')]);
});
