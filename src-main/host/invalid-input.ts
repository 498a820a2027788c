import type { z } from 'zod'

/** The first few findings of a refused input as one Chinese line; paths stay as the contract names them. */
export function detailOf(error: z.ZodError): string {
  return error.issues
    .flatMap(nearest)
    .slice(0, 3)
    .map((issue) => `${issue.path.join('.') || '内容'}：${messageOf(issue)}`)
    .join('；')
}

/** Where a value may have several shapes, the findings of the shape it comes nearest to: the one that was followed deepest. */
function nearest(issue: z.core.$ZodIssue): z.core.$ZodIssue[] {
  if (issue.code !== 'invalid_union') return [issue]
  const shapes = issue.errors.map((findings) => findings.flatMap(nearest))
  const depthOf = (findings: readonly z.core.$ZodIssue[]) => Math.max(0, ...findings.map(({ path }) => path.length))
  const [best = []] = shapes.toSorted((one, other) => depthOf(other) - depthOf(one))
  return best.length === 0 ? [issue] : best.map((finding) => ({ ...finding, path: [...issue.path, ...finding.path] }))
}

function messageOf(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'too_big':
      return `太长或太大，最多 ${String(issue.maximum)}`
    case 'too_small':
      return Number(issue.minimum) === 1 && issue.origin !== 'number' && issue.origin !== 'int'
        ? '不能为空'
        : `太短或太小，至少 ${String(issue.minimum)}`
    case 'invalid_type':
      return '缺少内容或类型不对'
    case 'invalid_value':
      return '不是可选的值'
    case 'unrecognized_keys':
      return '有多余的内容'
    default:
      return /[一-龥]/.test(issue.message) ? issue.message : '格式不对'
  }
}
