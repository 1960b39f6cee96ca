import { expect, it } from 'vitest';
import { parseHtml } from '../../../ingest/parse/html/parse-html.js';
import { readPlanHead } from '../../../ingest/plan-record.js';

const page = `<body>
<div class="top"><img src="logo.png"><ul><li><a href="/">首页</a></li><li><a href="/zw">政务公开</a></li></ul></div>
<div>当前位置：<a href="/">首页</a> &gt; <a href="/zw">政府文件</a> &gt; 正文</div>
<div class="left"><h3>热点文件</h3><ul><li><a href="1.html">云岭市民生实事清单</a></li><li><a href="2.html">云岭市节能工作方案</a></li></ul></div>
<div class="body">
<table><tr><td>索引号</td><td>0001/2025</td><td>发文机关</td><td>云岭市人民政府办公室</td></tr>
<tr><td>文号</td><td>云政办发〔2025〕6号</td><td>成文日期</td><td>2025年2月10日</td></tr></table>
<h1>云岭市新型能源体系建设行动方案（2025—2027年）</h1>
<div>字号：[大 中 小] 打印 分享到：微信 微博</div>
<p>为加快建设新型能源体系，制定本方案。</p>
<p>一、基础</p><p>全市装机12万千瓦，详见<a href="http://a/1">统计公报</a>和<a href="http://a/2">年鉴</a>。</p>
<p>下一步工作</p>
<p>（信息来源：市能源局 发布日期：2025-02-14）</p></div>
<div><p>上一篇：关于春耕的通知</p><p>下一篇：云岭市工作要点</p><p>主办：云岭市人民政府 备案号：云ICP备05号</p></div>
</body>`;

it('a page of a government site is read without its menus, lists of other pages, buttons and foot', () => {
  const texts = parseHtml(page).blocks.flatMap((block) => (block.kind === 'table' ? [] : [block.text]));
  expect(texts).toEqual([
    '云岭市新型能源体系建设行动方案（2025—2027年）',
    '为加快建设新型能源体系，制定本方案。',
    '一、基础',
    '全市装机12万千瓦，详见统计公报和年鉴。',
    '下一步工作',
  ]);
});

it('the card above a document says who issued it, when and under which number', () => {
  expect(readPlanHead(parseHtml(page), 'file-name')).toMatchObject({
    title: '云岭市新型能源体系建设行动方案（2025—2027年）',
    issuer: '云岭市人民政府办公室',
    documentNumber: '云政办发〔2025〕6号',
    date: '2025-02-10',
    periodStart: 2025,
    region: '云岭市',
  });
});
