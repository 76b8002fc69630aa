/** How far OVHcloud is with an order that was placed. */
export type Progress =
  | 'awaiting_payment'
  /** OVHcloud looks for fraud: nobody has to do anything. */
  | 'checking'
  /** The same, by OVHcloud's staff. */
  | 'under_review'
  | 'documents_requested'
  | 'delivering'
  | 'delivered'
  | 'cancelling';

/** What OVHcloud said last. */
export type Fulfilment = {
  progress: Progress;
  /** Since when it is so (ms since 1970), as far as was seen; or when somebody was last known to set out to pay. */
  since: number;
};

/** Why OVHcloud does not say anything of a project that its order names, with what it answered. */
export type Unverified = {
  /** `forbidden`: not to this app; `not_shown`: refused otherwise. */
  reason: 'forbidden' | 'not_shown' | 'no_answer' | 'creating';
  status: number | null;
  /** OVHcloud's own words, in English. */
  message: string | null;
};

/** The project that came of an order. `description` is the name it has at OVHcloud. */
export type Project = {
  id: string;
  description: string | null;
  /** The id is only what the order itself says: the project could not be read. */
  unverified?: Unverified;
};
