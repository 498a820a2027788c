/** Findings of input cleaning (settled.md 4, 22). */
export const textSentences = {
  'text.removed': '文字里有看不见的控制字符（{characters}），已自动去掉，请核对内容',
  'text.tooLong': '文字有 {length} 个字，最多 {max} 个字，请缩短',
} as const
