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

/** What a listener has at hand: the use cases' context, and Slack. */
export type ListenerContext = Omit<ApplicationContext, 'people' | 'config'> & {
  outbound: Outbound;
  people: UserDirectory;
  log: Logger;
  timing: SlackTiming;
  config: ApplicationContext['config'] & {
    autoPay: boolean;
    /** There is a right of withdrawal that requesters may give up. */
    hasWaiver: boolean;
    /** Whether the form asks for a monthly budget. */
    budget: 'off' | 'optional' | 'required';
    checkoutUrlTo: 'channel' | 'requester';
    /** BCP 47 tag: the language of what everybody reads. */
    locale: string;
    /** What this instance of the app is called. */
    app: AppNames;
  };
  homes: HomePublisher;
  checkThread: CheckThread;
  /** How to draw what one person alone reads, in their language. */
  renderContextFor: (user: string) => Promise<RenderContext>;
  /** What the OVHcloud account pays in, such as `EUR`; null where OVHcloud does not say. Throws as OVHcloud's calls do. */
  accountCurrency: () => Promise<string | null>;
  /** Asks OVHcloud whether it takes a request's voucher: that it does, why not, or `unknown` where it does not say. */
  checkVoucher: (asked: { id: string; request: OrderRequest }) => Promise<Failure | 'accepted' | 'unknown'>;
};
