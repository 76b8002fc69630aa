import type { ApplicationContext } from '../../application/context.ts';
import type { Logger } from '../../observability/log.ts';
import type { Failure } from '../../orders/failure.ts';
import type { OrderRequest } from '../../orders/request.ts';
import type { AppNames } from '../app-names.ts';
import type { Outbound } from '../client/outbound.ts';
import type { HomePublisher } from '../home/home-publisher.ts';
import type { CheckThread } from '../thread-check.ts';
import type { SlackTiming } from '../timing.ts';
import type { UserDirectory } from '../user-directory.ts';
import type { RenderContext } from '../views/render-context.ts';

/** What listeners need: the use cases' context, and Slack. */
export type ListenerContext = Omit<ApplicationContext, 'people' | 'config'> & {
  outbound: Outbound;
  people: UserDirectory;
  log: Logger;
  timing: SlackTiming;
  config: ApplicationContext['config'] & {
    autoPay: boolean;
    /** There is a right of withdrawal that requesters may waive. */
    hasWaiver: boolean;
    /** Whether the form asks for a monthly budget. */
    budget: 'off' | 'optional' | 'required';
    checkoutUrlTo: 'channel' | 'requester';
    /** BCP 47 tag: the language of what everyone reads. */
    locale: string;
    /** The names of this instance of the app. */
    app: AppNames;
  };
  homes: HomePublisher;
  checkThread: CheckThread;
  /** How to render what only one person reads, in their language. */
  renderContextFor: (user: string) => Promise<RenderContext>;
  /** The currency of the OVHcloud account, such as `EUR`; null if OVHcloud does not say. Throws like calls to OVHcloud. */
  accountCurrency: () => Promise<string | null>;
  /** Asks OVHcloud whether it accepts a request's voucher: `accepted`, why not, or `unknown` if it does not say. */
  checkVoucher: (asked: { id: string; request: OrderRequest }) => Promise<Failure | 'accepted' | 'unknown'>;
};
