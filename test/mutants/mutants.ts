/**
 * One thing wrong with the code that handles money. `find` stands exactly once in the file, or is the first after `after`;
 * the tests have to notice when `replace` stands there instead.
 */
export type Mutant = { name: string; file: string; find: string; replace: string; after?: string };

const RULES = 'src/orders/rules';
const STEPS = 'src/worker/steps';
const OVH = 'src/worker/ovh';

/** Everything that must not go unnoticed. */
export const MUTANTS: readonly Mutant[] = [
  // What may be bought.
  {
    name: 'a checkout begins for another quote',
    file: `${RULES}/checkout.ts`,
    find: ' || order.fingerprint !== fingerprint',
    replace: '',
  },
  {
    name: 'a checkout begins for another cart',
    file: `${RULES}/checkout.ts`,
    find: ' || order.cart?.cartId !== cartId',
    replace: '',
  },
  {
    name: 'a checkout begins while another is under way',
    file: `${RULES}/checkout.ts`,
    find: 'if (order.checkoutAttempt || order.cart',
    replace: 'if (order.cart',
  },
  {
    name: 'a checkout begins after the approvals have ended',
    file: `${RULES}/checkout.ts`,
    find: 'if (order.validUntil !== null && now >= order.validUntil) return invalidState;',
    replace: '',
  },
  {
    name: 'approvals of another quote count',
    file: 'src/orders/approval-policy.ts',
    find: 'approval.fingerprint === order.fingerprint',
    replace: 'true',
  },
  {
    name: 'an approval of an old quote is taken',
    file: `${RULES}/approval.ts`,
    find: 'if (event.fingerprint !== order.fingerprint)',
    replace: 'if (false)',
  },
  {
    name: 'an approval is taken after its time',
    file: `${RULES}/approval.ts`,
    find: 'if (order.validUntil !== null && now >= order.validUntil) return invalidState;',
    replace: '',
  },
  {
    name: 'anyone approves',
    file: 'src/orders/approval-policy.ts',
    find: "if (!actor.isApprover || isOperator(actor.id)) return { kind: 'not_an_approver' };",
    replace: '',
  },
  {
    name: 'requesters approve their own orders',
    file: 'src/orders/approval-policy.ts',
    find: 'actor.id === order.requester && !rules.allowSelfApproval',
    replace: 'false',
  },
  {
    name: 'a requester’s own approval counts at the checkout',
    file: `${RULES}/checkout.ts`,
    find: '(rules.allowSelfApproval || id !== order.requester)',
    replace: 'true',
  },
  {
    name: 'the quorum is not counted at the checkout',
    file: `${RULES}/checkout.ts`,
    find: 'if (counting.length < rules.required)',
    replace: 'if (false)',
  },
  {
    name: 'approvers are not looked up again before the checkout',
    file: `${STEPS}/checkout.ts`,
    find: 'ctx.currentApprovers(countedApprovers(order))',
    replace: 'countedApprovers(order)',
  },
  {
    name: 'approvals of former approvers count at the checkout',
    file: `${RULES}/checkout.ts`,
    find: 'approvers.includes(id) &&',
    replace: '',
  },
  {
    name: 'another price keeps the approvals',
    file: `${RULES}/quote.ts`,
    find: 'if (fingerprint === order.fingerprint) return',
    replace: 'return',
  },
  {
    name: 'a fingerprint leaves out the contracts',
    file: 'src/orders/quote.ts',
    find: 'quote.contracts.map((c) => [c.name, c.url, c.digest]).sort()',
    replace: '[]',
  },
  {
    name: 'a fingerprint leaves out automatic payment',
    file: 'src/orders/quote.ts',
    find: ', quote.autoPay]',
    replace: ']',
  },
  {
    name: 'the price at the checkout is not compared',
    file: `${STEPS}/checkout.ts`,
    find: 'fingerprintOf(order.request, usable.quote) === order.fingerprint',
    replace: 'true',
  },
  {
    name: 'a preview is valid forever',
    file: `${STEPS}/checkout.ts`,
    find: 'age >= 0 && age <= PREVIEW_HOLDS_MS',
    replace: 'true',
  },
  {
    name: 'what is in the cart is not compared',
    file: `${STEPS}/checkout.ts`,
    find: 'holdsWhatWasApproved(order, { cart, quote: asked }, ctx)',
    replace: 'true',
  },
  {
    name: 'a second project in the cart is not seen',
    file: `${OVH}/cart-contents.ts`,
    find: 'cart.items.length === 1 &&',
    replace: '',
  },
  {
    name: 'an added configuration is not seen',
    file: `${OVH}/cart-contents.ts`,
    find: 'ids.length === configurations.length &&',
    replace: '',
  },
  {
    name: 'an exchanged configuration is not seen',
    file: `${OVH}/cart-contents.ts`,
    find: 'actual.value === value',
    replace: 'true',
  },
  {
    name: 'another quantity in the cart is not seen',
    file: `${OVH}/quote-cart.ts`,
    find: '[quantity, terms.quantity],',
    replace: '',
  },
  {
    name: 'a changed cart keeps the approvals',
    file: `${RULES}/quote.ts`,
    find: 'if (event.isCartChanged)',
    replace: 'if (false)',
  },
  {
    name: 'a new cart with two projects in it is used',
    file: `${OVH}/build-cart.ts`,
    find: 'if (!holdsOnly(there, itemId))',
    replace: 'if (false)',
  },
  {
    name: 'the voucher stays in the cart after an edit',
    file: `${OVH}/update-cart.ts`,
    find: 'if (only?.value === value',
    replace: 'if (value === null || only?.value === value',
  },
  {
    name: 'every checkout charges the account',
    file: 'src/ovh/checkout.ts',
    find: 'autoPayWithPreferredPaymentMethod: consent.autoPay',
    replace: 'autoPayWithPreferredPaymentMethod: true',
  },
  {
    name: 'every checkout gives up the right of withdrawal',
    file: `${STEPS}/checkout.ts`,
    find: '? order.request.waiveWithdrawal : null',
    replace: '? true : null',
  },

  // Never twice.
  {
    name: 'a save ignores the version',
    file: 'src/store/change-order.ts',
    after: 'async function saveOrder(',
    find: ".where('version', '=', version)",
    replace: '',
  },
  {
    name: 'a checkout is sent though another process has begun one',
    file: `${STEPS}/checkout.ts`,
    find: 'if (!(started instanceof Denial)) return placeOrder(started.order, cartId, ctx);',
    replace: 'return placeOrder(order, cartId, ctx);',
  },
  {
    name: 'a POST is sent again automatically',
    file: 'src/ovh/client.ts',
    find: 'const isRepeatable = !call.once &&',
    replace: 'const isRepeatable = true ||',
  },
  {
    name: 'a refusal is believed',
    file: `${RULES}/checkout.ts`,
    after: 'checkout_refused: {',
    find: 'return changeAttempt(order, cartId, {',
    replace: 'return fail(order, failure, now); changeAttempt(order, cartId, {',
  },
  {
    name: 'a refusal is believed though the cart was checked out',
    file: `${STEPS}/resolve-checkout.ts`,
    find: 'if (isOpen && checkoutAttempt.refusal',
    replace: 'if (checkoutAttempt.refusal',
  },
  {
    name: '408 is taken for no effect',
    file: 'src/ovh/errors.ts',
    find: 'return error instanceof OvhUnreachableError ||',
    replace:
      'return (error instanceof OvhClientError && error.status === 408) || error instanceof OvhUnreachableError ||',
  },
  {
    name: 'a timeout is taken for no effect',
    file: 'src/ovh/errors.ts',
    find: 'return error instanceof OvhUnreachableError ||',
    replace: 'return error instanceof OvhUnreachableError || error instanceof OvhTimeoutError ||',
  },
  {
    name: 'the cart of an unclear checkout is not looked at for a while',
    file: `${STEPS}/resolve-checkout.ts`,
    find: '(checkoutAttempt.lookedSince ?? now) + (sole ? timing.soleCandidateMs : timing.lookMs)',
    replace: 'now',
  },
  {
    name: 'there is no fence: the cart is not deleted',
    file: `${STEPS}/resolve-checkout.ts`,
    find: 'await deleteCart(ctx.ovh, cartId);',
    replace: '',
  },
  {
    name: 'a cart that is gone is waited for no longer',
    file: `${STEPS}/resolve-checkout.ts`,
    find: "if (now < landed) throw unclear('The checkout may still land', landed - now);",
    replace: '',
  },
  {
    name: 'a second checkout does not wait for the first',
    file: `${STEPS}/checkout.ts`,
    find: '  waitForFormerAttempt(order, at, ctx);\n',
    replace: '',
  },
  {
    name: 'a former checkout is not looked for before another',
    file: `${STEPS}/checkout.ts`,
    find: 'if (await isFormerAttemptFound(order, ctx)) return;',
    replace: '',
  },
  {
    name: 'a former checkout is forgotten',
    file: `${RULES}/checkout.ts`,
    find: '[...order.formerAttempts, former]',
    replace: 'order.formerAttempts',
  },
  {
    name: 'with automatic payment another checkout follows automatically',
    file: `${RULES}/checkout.ts`,
    find: 'if (!chargesAccount(order.quote)) return next;',
    replace: 'return next;',
  },
  {
    name: 'an unclear checkout expires',
    file: `${RULES}/approval.ts`,
    find: '!order.checkoutAttempt && order.validUntil !== null',
    replace: 'order.validUntil !== null',
  },
  {
    name: 'an unclear checkout fails',
    file: `${RULES}/housekeeping.ts`,
    find: 'return order.checkoutAttempt || isOver ?',
    replace: 'return isOver ?',
  },
  {
    name: 'an unclear checkout is quoted again',
    file: `${RULES}/quote.ts`,
    find: 'if (order.checkoutAttempt || isStaleResponse(',
    replace: 'if (isStaleResponse(',
  },
  {
    name: 'an approval is taken back during its checkout',
    file: `${RULES}/approval.ts`,
    find: "if (order.checkoutAttempt) return { kind: 'being_placed' };",
    replace: '',
  },
  {
    name: 'news of another checkout counts',
    file: `${RULES}/checkout.ts`,
    after: 'function changeAttempt',
    find: 'if (order.checkoutAttempt?.cartId !== cartId) return invalidState;',
    replace: 'if (!order.checkoutAttempt) return invalidState;',
  },
  {
    name: 'an order of another cart counts as placed',
    file: `${RULES}/checkout.ts`,
    find: 'if (order.checkoutAttempt?.cartId !== cartId && !isFormer) return invalidState;',
    replace: '',
  },
  {
    name: 'anyone tries again',
    file: `${RULES}/approval.ts`,
    after: 'function retry(',
    find: 'if (whyNot) return whyNot;',
    replace: '',
  },
  {
    name: 'a former order is forgotten',
    file: `${RULES}/approval.ts`,
    find: '[...order.previousOvhOrders, ...previous]',
    replace: 'order.previousOvhOrders',
  },
  {
    name: 'a former order was paid, and it is bought again',
    file: `${STEPS}/checkout.ts`,
    find: 'await failAsDuplicate(order, ctx);',
    replace: '',
  },
  {
    name: 'a spent cart is used for the next try',
    file: `${RULES}/approval.ts`,
    find: 'order.ovhOrder ? null : order.cart',
    replace: 'order.cart',
  },

  // Whose order it is.
  {
    name: 'orders linked here are candidates',
    file: `${OVH}/find-orders.ts`,
    find: '...linked, ',
    replace: '',
  },
  {
    name: 'orders that were there before are candidates',
    file: `${OVH}/find-orders.ts`,
    find: ', ...search.preexistingOrderIds]',
    replace: ']',
  },
  {
    name: 'what was there before a checkout is not noted',
    file: `${STEPS}/checkout.ts`,
    find: 'await listNewestOvhOrders(Math.min(at, first?.at ?? at), ctx)',
    replace: '[]',
  },
  {
    name: 'orders that people said are others are candidates',
    file: `${OVH}/find-orders.ts`,
    find: '...search.rejectedOrderIds, ',
    replace: '',
  },
  {
    name: 'former orders are candidates',
    file: `${OVH}/find-orders.ts`,
    find: '[...former, ',
    replace: '[',
  },
  {
    name: 'an order of another price is linked',
    file: `${OVH}/find-orders.ts`,
    find: 'const isThePrice = !wanted.withTax ||',
    replace: 'const isThePrice = true ||',
  },
  {
    name: 'an order of another project is linked',
    file: `${OVH}/find-orders.ts`,
    find: 'description === wanted.projectName',
    replace: 'true',
  },
  {
    name: 'an order that cannot be read stops the search',
    file: `${OVH}/find-orders.ts`,
    after: 'async function readOrNull',
    find: 'if (!(error instanceof OvhError)) throw error;',
    replace: 'throw error;',
  },
  {
    name: 'orders that cannot be read are none',
    file: `${STEPS}/resolve-checkout.ts`,
    find: 'now >= landed ? found.unreadable : []',
    replace: '[]',
  },
  {
    name: 'an order is linked as soon as it is found',
    file: `${STEPS}/resolve-checkout.ts`,
    find: 'if (now < linkAt) throw',
    replace: 'if (false)',
  },
  {
    name: 'the first of several candidates is linked',
    file: `${STEPS}/resolve-checkout.ts`,
    find: 'return only && isAlone ? only : null;',
    replace: 'return only ?? null;',
  },
  {
    name: 'an order behind our own fence is linked',
    file: `${STEPS}/resolve-checkout.ts`,
    find: 'isSpent || fencedAt === null;',
    replace: 'true;',
  },
  {
    name: 'anyone says which order it is',
    file: `${RULES}/match.ts`,
    find: 'resolutionDenialReason(actor) ??',
    replace: '',
  },
  {
    name: 'an order is chosen that no one was asked about',
    file: `${RULES}/match.ts`,
    find: '!asked.orderIds.includes(orderId)',
    replace: 'false',
  },
  {
    name: 'anyone stops the search',
    file: `${RULES}/checkout.ts`,
    find: 'resolutionDenialReason(actor) ??',
    replace: '',
  },
  {
    name: 'times of OVHcloud’s are compared with our own clock',
    file: `${STEPS}/checkout.ts`,
    find: 'ctx.ovh.readTime(),',
    replace: 'ctx.now(),',
  },

  // What stands is told.
  {
    name: 'an order number that comes late is thrown away',
    file: `${STEPS}/checkout.ts`,
    find: 'if (outcome instanceof Denial) await reportUnexpectedOrder(',
    replace: 'if (false) await reportUnexpectedOrder(',
  },
  {
    name: 'an order without a URL is thrown away',
    file: 'src/ovh/schemas/cart.ts',
    after: 'export const OvhCheckoutResult',
    find: 'url: orNull(z.string()).catch(null)',
    replace: 'url: z.string()',
  },
  {
    name: 'an order whose number is text is thrown away',
    file: 'src/ovh/schemas/cart.ts',
    after: 'export const OvhCheckoutResult',
    find: 'orderId: long',
    replace: 'orderId: z.int()',
  },
  {
    name: 'former checkouts are looked for no more',
    file: `${OVH}/late-orders.ts`,
    find: 'if (due === null || due > ctx.now()) return;',
    replace: 'return;',
  },
  {
    name: 'former checkouts are looked for only once',
    file: 'src/orders/schedule.ts',
    find: '[MINUTE_MS, 10 * MINUTE_MS, HOUR_MS]',
    replace: '[MINUTE_MS]',
  },
  {
    name: 'a closed order keeps silent about its spent cart',
    file: `${STEPS}/clean-up-carts.ts`,
    find: 'of [...spent, ...spentMeanwhile])',
    replace: 'of spent.slice(0, 0))',
  },
  {
    name: 'a quote forgets to look for a checkout of before',
    file: `${STEPS}/quote.ts`,
    find: 'findForgottenCheckout(order, ctx),',
    replace: 'null,',
  },
  {
    name: 'a new cart is built without a look for a checkout of before',
    file: `${STEPS}/checkout.ts`,
    find: 'await findForgottenCheckout(order, ctx)',
    replace: 'null as Awaited<ReturnType<typeof findForgottenCheckout>>',
  },
  {
    name: 'a checkout of before is not seen in its cart',
    file: `${STEPS}/checkout.ts`,
    find: 'if (order.cart && cart?.readOnly)',
    replace: 'if (false)',
  },
  {
    name: 'carts of strangers are deleted',
    file: 'src/ovh/find-carts.ts',
    find: 'cart?.description === description',
    replace: 'true',
  },
  {
    name: 'carts that the list leaves out are forgotten',
    file: `${OVH}/own-carts.ts`,
    find: '[order.cart, order.checkoutAttempt, ...order.formerAttempts]',
    replace: '[]',
  },
  {
    name: 'a clock that jumps ahead ends what waits',
    file: `${STEPS}/remind-or-expire.ts`,
    find: 'if (behindMs > MAX_SKEW_MS)',
    replace: 'if (false)',
  },
  {
    name: 'a clock that was set back makes orders stand still',
    file: 'src/worker/claim-loop.ts',
    find: 'await pullInFarTimes(db, time);',
    replace: '',
  },
];
