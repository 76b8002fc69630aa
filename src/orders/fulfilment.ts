/** How far OVHcloud is with an order that was placed. */
export type Progress =
  | 'awaiting_payment'
  /** OVHcloud checks for fraud: no action needed. */
  | 'checking'
  /** The same, by OVHcloud's staff. */
  | 'under_review'
  | 'documents_requested'
  | 'delivering'
  | 'delivered'
  | 'cancelling';

/** The last status from OVHcloud. */
export type Fulfilment = {
  progress: Progress;
  /** When this status was first seen, or the last click on Pay (ms since 1970). */
  since: number;
};

/** Why OVHcloud does not show a project that its order names, with what it answered. */
export type Unverified = {
  /** `forbidden`: this app may not read it; `not_shown`: refused for another reason. */
  reason: 'forbidden' | 'not_shown' | 'no_answer' | 'creating';
  status: number | null;
  /** OVHcloud's own words, in English. */
  message: string | null;
};

/** The project that an order created. `description` is its name at OVHcloud. */
export type Project = {
  id: string;
  description: string | null;
  /** The id is only what the order itself says: the project could not be read. */
  unverified?: Unverified;
};
