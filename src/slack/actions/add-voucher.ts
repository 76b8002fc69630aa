import { takesVoucher } from '../../orders/project-voucher.ts';
import { isFor, type OrderAction } from './action.ts';

/** `Add voucher`, for the requester of a project that is ready: a modal asks for its code. */
export const addVoucher: OrderAction = {
  id: 'order_add_voucher',
  label: ({ projectStart }) => projectStart.addVoucher,
  isVisible: (order, viewer) => takesVoucher(order) && isFor(viewer, order.requester),
};
