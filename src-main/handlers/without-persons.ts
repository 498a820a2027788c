/** What a database error may carry along: the values of the statement that failed. */
const values = /\bparams: .*/g
const folders = /(?:[A-Za-z]:)?(?:[\\/][^\s:'"()\\/]+)+[\\/]/g
/** Phones, frame and engine numbers, accounts, identity numbers: any run of six or more with a digit in it. */
const codes = /(?<![\w-])(?=[A-Z0-9]*\d)[A-Z0-9]{6,}(?![\w-])/g
const hanzi = /\p{Script=Han}+/gu

/** A log without names, numbers of people and vehicles, and folders (which bear the user's name). Times, call names and places in the code stay. */
export function withoutPersons(log: string): string {
  return log.replace(values, 'params: …').replace(folders, '…/').replace(codes, '…').replace(hanzi, '…')
}
