/** No Slack ID contains a colon, so no one in Slack can be taken for an operator. */
const PREFIX = 'operator:';

/** The actor that an operator is, at the command line: `operator:alice`. */
export function operatorActor(name: string): string {
  return `${PREFIX}${name}`;
}

/** The operator's name, or null for an actor that is a person in Slack or the app itself. */
export function operatorName(actor: string | null): string | null {
  return actor?.startsWith(PREFIX) ? actor.slice(PREFIX.length) : null;
}

/** Whether an actor is an operator at the command line. Operators never approve. */
export function isOperator(actor: string): boolean {
  return operatorName(actor) !== null;
}
