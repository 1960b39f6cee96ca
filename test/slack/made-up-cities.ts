/** A small plan of one city with one target. */
const city = (name: string, deposits: number) =>
  `${name}“十四五”金融业发展规划\n\n第一章 目标\n\n到2025年，${name}存款余额达到${deposits}亿元。\n`;
/** Two cities with the same indicator. */
export const twoCities = { 'jiashui.txt': city('甲水市', 900), 'yishan.txt': city('乙山市', 700) };

/** Two plans of one city. */
export const onePlace = {
  'jiashui-finance.txt': city('甲水市', 900),
  'jiashui-farming.txt':
    '甲水市“十四五”农业发展规划\n\n第一章 目标\n\n到2025年，甲水市粮食产量达到70万吨。\n',
};
