/** Finds the numbers of tickets: `OPS-7` of Jira, `T1234` of Phabricator, `#12` and `org/repo#12` of GitHub. */

const TICKET_NUMBER =
  /(?<![\p{L}\d/#-])(?:[A-Z][A-Z\d]{1,9}-\d+|T\d{3,7}|(?:[\w.-]+\/[\w.-]+)?#\d+)(?![\p{L}\d-])/gu;

export function findTicketNumbers(text: string): string[] {
  return text.match(TICKET_NUMBER) ?? [];
}
