import { stop, warn, type Problem } from './errors.ts'

/** Small words of which the guards of all machines are made. */
export function stopIf(condition: boolean, ...args: Parameters<typeof stop>): Problem[] {
  return condition ? [stop(...args)] : []
}

export function warnIf(condition: boolean, ...args: Parameters<typeof warn>): Problem[] {
  return condition ? [warn(...args)] : []
}

export function isBlank(text: string): boolean {
  return text.trim() === ''
}

/** 作废, 取消, 撤回, 驳回 and the like ask for a reason of at least two characters. */
export function reasonProblems(reason: string): Problem[] {
  return stopIf([...reason.trim()].length < 2, 'common.reasonRequired', 'reason')
}
