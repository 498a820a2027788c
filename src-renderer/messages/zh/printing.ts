/** Printing issued papers, wherever they are looked at. */
export const printing = {
  paper: '纸张', dataOnly: '套打', dataOnlySaid: '只印填写的内容', dialogAsks: '打印时选打印机', offsetSaid: '偏移 横 {x} 竖 {y} 每张 {drift} mm', assign: '打印机与纸张…', startAt: '从第几枚起', startHint: '用过几枚的纸接着打', place: '第 {place} 枚',
  drawing: '正在排版', drawStopped: '已停止排版，没有打印', drawAgain: '重新排版', printStopped: '已停止，没有打印，也没有记入打印记录',
  sent: '已送打印，并记入打印记录。', again: '补打', againTitle: '补打 {number}', againMany: '补打 {count} 份', againHint: '已打印过的单据，补打的每一联会印上「补打」和次数，原因写入打印记录。', againExample: '如：卡纸、用户遗失、标签破损',
}
