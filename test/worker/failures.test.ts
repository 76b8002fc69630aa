import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { OvhClientError } from '../../src/ovh/errors.ts';
import { SlackApiError } from '../../src/slack/client/errors.ts';
import { LookupRefusedError } from '../../src/slack/lookup-errors.ts';
import { isTransient, toFailure } from '../../src/worker/failures.ts';
import { order, REQUEST } from '../orders/samples.ts';

describe('the reason why OVHcloud refused a voucher', () => {
  const refused = (voucher: string, message: string) => {
    const answered = { status: 400, queryId: null, retryAfter: null };
    const error = new OvhClientError('GET /cloud/eligibility', answered, {
      errorClass: 'Client::BadRequest',
      apiMessage: message,
    });
    const failure = toFailure(error, order({ request: { ...REQUEST, voucher } }));
    return 'code' in failure ? failure.code : failure.kind;
  };

  it('is read from OVHcloud’s message', () => {
    assert.equal(refused('SUMMER', 'The voucher SUMMER is not available in your country'), 'country');
  });

  it('is never read from the voucher that OVHcloud repeats', () => {
    assert.equal(refused('INCOUNTRY-42', 'The voucher INCOUNTRY-42 has been refused'), 'unknown');
  });
});

describe('a user group that Slack hides from the app when an order is to be placed', () => {
  it('is named, and the order is retried in case Slack shows it again', () => {
    const refused = new LookupRefusedError(
      'S0FIN',
      new SlackApiError('usergroups.users.list', 'missing_scope'),
    );
    const failure = { kind: 'approvers_hidden', subject: 'S0FIN', errorCode: 'missing_scope' };
    assert.deepEqual(toFailure(refused, order()), failure);
    assert.equal(isTransient(refused), true);
  });
});
