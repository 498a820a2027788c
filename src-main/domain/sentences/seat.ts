/** The places the program is used from. */
export const seatSentences = {
  'seat.notServed': '现在只有主机一个席位；请先在「设置 → 席位」打开本机浏览器席',
  'seat.ownSeat': '不能关闭自己正在用的席位，请用右上角「换人」退出',
  'seat.gone': '这个席位已经不在了，请刷新列表',
} as const
