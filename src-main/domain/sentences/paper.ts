/** Sentences about issuing, printing and voiding numbered papers. */
export const paperSentences = {
  'paper.missingCharacters': '「{title}」里有打印字体没有的字：{characters}。请改用别的字后再开具，编号还没有占用',
  'paper.missingCharacter': '「{character}」（{name}）打印不出来，出现在「{text}」',
} as const
