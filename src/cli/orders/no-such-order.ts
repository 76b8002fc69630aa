/** There is no order with this ID in the database. */
export class NoSuchOrderError extends Error {
  override readonly name = 'NoSuchOrderError';

  constructor(id: string) {
    super(`There is no order ${id} in this database. See: order-cloud orders list --all`);
  }
}
