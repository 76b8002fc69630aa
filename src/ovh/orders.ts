import { z } from 'zod';
import type { OvhClient } from './client.ts';
import { nullOnNotFound } from './errors.ts';
import { formatDateTime } from './request.ts';
import { Ids } from './schemas/field-types.ts';
import {
  AccountOrder,
  FollowUp,
  OrderDetail,
  OrderDetailExtension,
  OrderOperation,
  OrderStatus,
} from './schemas/order.ts';

/**
 * The ids of the account's orders: GET /me/order. With `dateFilter` only those since `from`; ovh-us has no such
 * filter, so without it all of them.
 */
export function listOrders(
  ovh: OvhClient,
  { from, dateFilter }: { from: Date; dateFilter: boolean },
): Promise<number[]> {
  const query = dateFilter ? { 'date.from': formatDateTime(from) } : {};
  return ovh.call({ method: 'GET', path: '/me/order', query }, Ids);
}

/** GET /me/order/{orderId} */
export function getOrder(ovh: OvhClient, orderId: number): Promise<AccountOrder> {
  const answer = AccountOrder.refine((order) => order.orderId === orderId, 'another order');
  return ovh.call({ method: 'GET', path: '/me/order/{orderId}', params: { orderId } }, answer);
}

/** The authoritative status of the order: GET /me/order/{orderId}/status. */
export function getOrderStatus(ovh: OvhClient, orderId: number): Promise<OrderStatus> {
  return ovh.call({ method: 'GET', path: '/me/order/{orderId}/status', params: { orderId } }, OrderStatus);
}

/**
 * The history of the order's steps: GET /me/order/{orderId}/followUp. For details such as a fraud check only: the status is
 * authoritative, and `followUp` may lag.
 */
export function getFollowUp(ovh: OvhClient, orderId: number): Promise<FollowUp> {
  return ovh.call({ method: 'GET', path: '/me/order/{orderId}/followUp', params: { orderId } }, FollowUp);
}

/** The ids of the order's details: GET /me/order/{orderId}/details. */
export function listOrderDetails(ovh: OvhClient, orderId: number): Promise<number[]> {
  return ovh.call({ method: 'GET', path: '/me/order/{orderId}/details', params: { orderId } }, Ids);
}

/** GET /me/order/{orderId}/details/{orderDetailId} */
export function getOrderDetail(
  ovh: OvhClient,
  { orderId, orderDetailId }: OrderDetailReference,
): Promise<OrderDetail> {
  return ovh.call({ method: 'GET', path: DETAIL, params: { orderId, orderDetailId } }, OrderDetail);
}

/**
 * The plan and configuration behind a detail: GET …/details/{orderDetailId}/extension. It is BETA:
 * null if OVHcloud has none for this detail.
 */
export function getOrderDetailExtension(
  ovh: OvhClient,
  { orderId, orderDetailId }: OrderDetailReference,
): Promise<OrderDetailExtension | null> {
  const call = { method: 'GET', path: `${DETAIL}/extension`, params: { orderId, orderDetailId } } as const;
  return ovh.call(call, OrderDetailExtension).catch(nullOnNotFound);
}

/**
 * The ids of what OVHcloud does about a detail: GET …/operations. Empty where there is no such call: only ovh-us has
 * it.
 */
export async function listOrderOperations(
  ovh: OvhClient,
  { orderId, orderDetailId }: OrderDetailReference,
): Promise<number[]> {
  const call = { method: 'GET', path: `${DETAIL}/operations`, params: { orderId, orderDetailId } } as const;
  return (await ovh.call(call, Ids).catch(nullOnNotFound)) ?? [];
}

/** GET …/operations/{operationId} */
export function getOrderOperation(
  ovh: OvhClient,
  { orderId, orderDetailId }: OrderDetailReference,
  operationId: number,
): Promise<OrderOperation> {
  const params = { orderId, orderDetailId, operationId };
  return ovh.call({ method: 'GET', path: `${DETAIL}/operations/{operationId}`, params }, OrderOperation);
}

/**
 * Confirms an order that costs nothing, as OVHcloud's control panel does: POST
 * /me/order/{orderId}/payWithRegisteredPaymentMean. Not on ovh-us. It cannot charge anything: the payment method is the
 * account of loyalty points, never one with money. Doing it twice changes nothing.
 */
export async function settleFreeOrder(ovh: OvhClient, orderId: number): Promise<void> {
  const path = '/me/order/{orderId}/payWithRegisteredPaymentMean';
  const body = { paymentMean: 'fidelityAccount' };
  await ovh.call({ method: 'POST', path, params: { orderId }, body }, z.unknown());
}

/** Identifies a detail of an OVHcloud order. */
type OrderDetailReference = { orderId: number; orderDetailId: number };

const DETAIL = '/me/order/{orderId}/details/{orderDetailId}';
