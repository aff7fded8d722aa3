/** Finds the numbers of tickets: `OPS-7` of Jira, `T1234` of Phabricator, `#12` and `org/repo#12` of GitHub. */

const TICKET_NUMBER =
  /(?<![\p{L}\d/#-])(?:[A-Z][A-Z\d]{1,9}-\d+|T\d{3,7}|(?:[\w.-]+\/[\w.-]+)?#\d+)(?![\p{L}\d-])/gu;

/** Names that look like the number of a ticket: levels, standards, encodings and zones. */
const OTHER_NUMBERS =
  /^(?:SEV|SEVERITY|PRIORITY|LEVEL|UTF|SHA|AES|RSA|ISO|RFC|IEEE|CVE|TLS|HTTP|UTC|GMT|COVID)-\d+$/;

export function findTicketNumbers(text: string): string[] {
  return (text.match(TICKET_NUMBER) ?? []).filter((number) => !OTHER_NUMBERS.test(number));
}
