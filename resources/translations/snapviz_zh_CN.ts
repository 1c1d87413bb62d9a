<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>&amp;Open…</source>
        <translation>打开(&amp;O)…</translation>
    </message>
    <message>
        <source>Open a scenario file</source>
        <translation>打开场景文件</translation>
    </message>
    <message>
        <source>&amp;Examples</source>
        <translation>示例(&amp;E)</translation>
    </message>
    <message>
        <source>Choose one of the scenarios that come with snapviz</source>
        <translation>从 snapviz 自带的场景中选择一个</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <source>Save the scenario</source>
        <translation>保存场景</translation>
    </message>
    <message>
        <source>Save &amp;As…</source>
        <translation>另存为(&amp;A)…</translation>
    </message>
    <message>
        <source>Save the scenario in another file</source>
        <translation>把场景保存到另一个文件</translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation>导出(&amp;X)…</translation>
    </message>
    <message>
        <source>Write the diagram as a picture: PNG, SVG or PDF</source>
        <translation>把时空图输出为图片：PNG、SVG 或 PDF</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>Close the window</source>
        <translation>关闭窗口</translation>
    </message>
    <message>
        <source>&amp;Play</source>
        <translation>播放(&amp;P)</translation>
    </message>
    <message>
        <source>Play the run from here</source>
        <translation>从此处开始播放</translation>
    </message>
    <message>
        <source>Step &amp;Forward</source>
        <translation>前进一步(&amp;F)</translation>
    </message>
    <message>
        <source>Go to the next event</source>
        <translation>转到下一个事件</translation>
    </message>
    <message>
        <source>Step &amp;Back</source>
        <translation>后退一步(&amp;B)</translation>
    </message>
    <message>
        <source>Take back the last event</source>
        <translation>撤回上一个事件</translation>
    </message>
    <message>
        <source>To the &amp;Start</source>
        <translation>到开头(&amp;S)</translation>
    </message>
    <message>
        <source>Go to the start of the run</source>
        <translation>转到运行的开头</translation>
    </message>
    <message>
        <source>To the &amp;End</source>
        <translation>到结尾(&amp;E)</translation>
    </message>
    <message>
        <source>Go to the last event of the run</source>
        <translation>转到运行的最后一个事件</translation>
    </message>
    <message>
        <source>S&amp;lower</source>
        <translation>减速(&amp;L)</translation>
    </message>
    <message>
        <source>Play slower</source>
        <translation>放慢播放</translation>
    </message>
    <message>
        <source>Fas&amp;ter</source>
        <translation>加速(&amp;T)</translation>
    </message>
    <message>
        <source>Play faster</source>
        <translation>加快播放</translation>
    </message>
    <message>
        <source>Zoom &amp;In</source>
        <translation>放大(&amp;I)</translation>
    </message>
    <message>
        <source>Show less time, in more detail</source>
        <translation>显示更短的时间、更多细节</translation>
    </message>
    <message>
        <source>Zoom &amp;Out</source>
        <translation>缩小(&amp;O)</translation>
    </message>
    <message>
        <source>Show more time</source>
        <translation>显示更长的时间</translation>
    </message>
    <message>
        <source>&amp;Fit</source>
        <translation>适合窗口(&amp;F)</translation>
    </message>
    <message>
        <source>Show the whole run</source>
        <translation>显示整个运行</translation>
    </message>
    <message>
        <source>F&amp;ull Screen</source>
        <translation>全屏(&amp;U)</translation>
    </message>
    <message>
        <source>Fill the screen with the window, or go back</source>
        <translation>让窗口充满屏幕，或恢复原状</translation>
    </message>
    <message>
        <source>&amp;Keyboard and Mouse</source>
        <translation>键盘与鼠标(&amp;K)</translation>
    </message>
    <message>
        <source>What the keys and the mouse do</source>
        <translation>各按键和鼠标操作的作用</translation>
    </message>
    <message>
        <source>&amp;About snapviz</source>
        <translation>关于 snapviz(&amp;A)</translation>
    </message>
    <message>
        <source>What this program is</source>
        <translation>本程序简介</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>暂停(&amp;P)</translation>
    </message>
    <message>
        <source>Stop where the run is now</source>
        <translation>停在当前位置</translation>
    </message>
</context>
<context>
    <name>CentralArea</name>
    <message>
        <source>virtual time %1 – %2 ms</source>
        <translation>虚拟时间 %1 – %2 ms</translation>
    </message>
    <message>
        <source>Space–time diagram</source>
        <translation>时空图</translation>
    </message>
</context>
<context>
    <name>Diagram</name>
    <message>
        <source>No processes yet</source>
        <translation>还没有进程</translation>
    </message>
    <message>
        <source>event</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>message</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>marker</source>
        <translation>标记</translation>
    </message>
    <message>
        <source>state recorded</source>
        <translation>已记录状态</translation>
    </message>
    <message>
        <source>in transit at the cut</source>
        <translation>割线上的在途消息</translation>
    </message>
    <message>
        <source>orphan</source>
        <translation>孤儿消息</translation>
    </message>
    <message>
        <source>in transit, not recorded</source>
        <translation>在途但未记录</translation>
    </message>
    <message>
        <source>recorded, not in transit</source>
        <translation>已记录但不在途</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>丢失</translation>
    </message>
    <message>
        <source>received again</source>
        <translation>重复接收</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>被拒绝</translation>
    </message>
    <message>
        <source>drift</source>
        <translation>漂移</translation>
    </message>
    <message>
        <source>messages not drawn, zoom in to see them</source>
        <translation>条消息未画出，放大后可见</translation>
    </message>
    <message>
        <source>seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>trace</source>
        <translation>轨迹</translation>
    </message>
    <message>
        <source>consistent</source>
        <translation>一致</translation>
    </message>
    <message>
        <source>inconsistent</source>
        <translation>不一致</translation>
    </message>
    <message>
        <source>orphans</source>
        <translation>孤儿消息</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>缺失</translation>
    </message>
    <message>
        <source>extra</source>
        <translation>多余</translation>
    </message>
    <message>
        <source>recording</source>
        <translation>记录中</translation>
    </message>
    <message>
        <source>complete</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>aborted</source>
        <translation>已中止</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export the diagram</source>
        <translation>导出时空图</translation>
    </message>
    <message>
        <source>The picture was not written.</source>
        <translation>图片未能写入。</translation>
    </message>
    <message>
        <source>Wrote %1</source>
        <translation>已写入 %1</translation>
    </message>
    <message>
        <source>Show the folder</source>
        <translation>打开所在文件夹</translation>
    </message>
    <message>
        <source>%1 × %2 pixels, %3 inches</source>
        <translation>%1 × %2 像素，%3 英寸</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>&amp;Save picture…</source>
        <translation>保存图片(&amp;S)…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>ExportForm</name>
    <message>
        <source>&amp;Format</source>
        <translation>格式(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>主题(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Part</source>
        <translation>范围(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Width</source>
        <translation>宽度(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Dots per inch</source>
        <translation>每英寸点数(&amp;D)</translation>
    </message>
    <message>
        <source> px</source>
        <translation> 像素</translation>
    </message>
    <message>
        <source>&amp;Legend</source>
        <translation>图例(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Caption with title, seed and verdict</source>
        <translation>说明：标题、种子与判定(&amp;C)</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Whole run</source>
        <translation>整个运行</translation>
    </message>
    <message>
        <source>What the window shows</source>
        <translation>窗口中显示的部分</translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message>
        <source>%1 was not opened.</source>
        <translation>未能打开 %1。</translation>
    </message>
    <message>
        <source>%1 was not saved; what was there before is unchanged.</source>
        <translation>未能保存 %1；原有内容保持不变。</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>已保存 %1</translation>
    </message>
    <message>
        <source>Open a scenario</source>
        <translation>打开场景</translation>
    </message>
    <message>
        <source>Scenarios (%1)</source>
        <translation>场景 (%1)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Save the scenario</source>
        <translation>保存场景</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>Keyboard and Mouse</source>
        <translation>键盘与鼠标</translation>
    </message>
    <message>
        <source>Ctrl+Wheel</source>
        <translation>Ctrl+滚轮</translation>
    </message>
    <message>
        <source>Zoom at the pointer</source>
        <translation>以指针为中心缩放</translation>
    </message>
    <message>
        <source>Wheel</source>
        <translation>滚轮</translation>
    </message>
    <message>
        <source>Scroll through time</source>
        <translation>沿时间滚动</translation>
    </message>
    <message>
        <source>Drag the play-head</source>
        <translation>拖动播放头</translation>
    </message>
    <message>
        <source>Move through the run</source>
        <translation>在运行中移动</translation>
    </message>
    <message>
        <source>Drop a file</source>
        <translation>拖入文件</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>打开该文件</translation>
    </message>
    <message>
        <source>About snapviz</source>
        <translation>关于 snapviz</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>版本 %1</translation>
    </message>
    <message>
        <source>See how a distributed system takes a snapshot of itself.</source>
        <translation>看一个分布式系统如何为自己拍下快照。</translation>
    </message>
    <message>
        <source>Free software under the MIT licence. Typeface: Inter (SIL OFL).</source>
        <translation>以 MIT 许可发布的自由软件。字体：Inter（SIL OFL）。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>MainToolBar</name>
    <message>
        <source>Toolbar</source>
        <translation>工具栏</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Topology</source>
        <translation>拓扑</translation>
    </message>
    <message>
        <source>About this scenario</source>
        <translation>关于此场景</translation>
    </message>
    <message>
        <source>Snapshots</source>
        <translation>快照</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>Like the &amp;System</source>
        <translation>跟随系统(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>浅色(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>深色(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Shown</source>
        <translation>显示(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Faint</source>
        <translation>淡化(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Hidden</source>
        <translation>隐藏(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>F&amp;uture</source>
        <translation>未来(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>主题(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>语言 Language(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Playback</source>
        <translation>播放(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Recent Files</source>
        <translation>最近的文件(&amp;R)</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Close the message</source>
        <translation>关闭消息</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详细信息</translation>
    </message>
</context>
<context>
    <name>NotesPanel</name>
    <message>
        <source>Untitled scenario</source>
        <translation>未命名场景</translation>
    </message>
    <message>
        <source>*This scenario has no description.*</source>
        <translation>*此场景没有说明。*</translation>
    </message>
    <message>
        <source>About this scenario</source>
        <translation>关于此场景</translation>
    </message>
</context>
<context>
    <name>SnapshotCard</name>
    <message>
        <source>No message was in transit.</source>
        <translation>没有在途消息。</translation>
    </message>
    <message>
        <source>Nothing recorded so far.</source>
        <translation>尚未记录任何消息。</translation>
    </message>
    <message>
        <source>Cost: %1 control messages, %2 ms</source>
        <translation>代价：%1 条控制消息，%2 ms</translation>
    </message>
    <message>
        <source>%1 · by every clock at %2 ms</source>
        <translation>%1 · 各进程按时钟，%2 ms</translation>
    </message>
    <message>
        <source>%1 · from %2 at %3 ms</source>
        <translation>%1 · 由 %2 发起，%3 ms</translation>
    </message>
    <message>
        <source>not started</source>
        <translation>未开始</translation>
    </message>
    <message>
        <source>not complete when the run ends</source>
        <translation>运行结束时未完成</translation>
    </message>
    <message>
        <source>recording</source>
        <translation>记录中</translation>
    </message>
    <message>
        <source>%1 recorded</source>
        <translation>%1 已记录</translation>
    </message>
    <message>
        <source>✓ consistent cut</source>
        <translation>✓ 一致割集</translation>
    </message>
    <message>
        <source>✗ inconsistent cut</source>
        <translation>✗ 不一致割集</translation>
    </message>
    <message>
        <source>not recorded: %1</source>
        <translation>漏记：%1</translation>
    </message>
    <message>
        <source>recorded too much: %1</source>
        <translation>多记：%1</translation>
    </message>
    <message>
        <source>complete</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Orphan, received before the cut but sent after it: %1</source>
        <translation>孤儿消息，割线前接收、割线后发送：%1</translation>
    </message>
    <message>
        <source>In transit across the cut, but not recorded: %1</source>
        <translation>跨割线在途，却未记录：%1</translation>
    </message>
    <message>
        <source>Recorded, but not in transit across the cut: %1</source>
        <translation>已记录，却并非跨割线在途：%1</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>另有 %1 条</translation>
    </message>
    <message>
        <source>Fold %1</source>
        <translation>折叠 %1</translation>
    </message>
    <message>
        <source>Unfold %1</source>
        <translation>展开 %1</translation>
    </message>
    <message>
        <source>Snapshot %1</source>
        <translation>快照 %1</translation>
    </message>
    <message>
        <source>Recorded states</source>
        <translation>已记录的状态</translation>
    </message>
    <message>
        <source>Channel state (in transit)</source>
        <translation>通道状态（在途）</translation>
    </message>
    <message>
        <source>process</source>
        <translation>进程</translation>
    </message>
    <message>
        <source>recorded at</source>
        <translation>记录于</translation>
    </message>
    <message>
        <source>state</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>vector clock</source>
        <translation>向量时钟</translation>
    </message>
</context>
<context>
    <name>SnapshotsPanel</name>
    <message>
        <source>This scenario takes no snapshot.</source>
        <translation>此场景不拍快照。</translation>
    </message>
    <message>
        <source>No snapshot has started yet.</source>
        <translation>还没有快照开始。</translation>
    </message>
    <message>
        <source>Snapshots</source>
        <translation>快照</translation>
    </message>
</context>
<context>
    <name>SpaceTimeView</name>
    <message>
        <source>Space-time diagram</source>
        <translation>时空图</translation>
    </message>
    <message>
        <source>Time to the right, one line for each process, messages as arrows</source>
        <translation>时间向右，每个进程一条线，箭头表示消息</translation>
    </message>
    <message>
        <source>clock {offset} against true time</source>
        <translation>时钟与真实时间相差 {offset}</translation>
    </message>
    <message>
        <source>in transit at the cut of {snapshots}</source>
        <translation>在 {snapshots} 的割线上在途</translation>
    </message>
    <message>
        <source>in transit at the cut of {snapshots}, but not recorded</source>
        <translation>在 {snapshots} 的割线上在途，却未记录</translation>
    </message>
    <message>
        <source>internal event</source>
        <translation>内部事件</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>丢失</translation>
    </message>
    <message>
        <source>marker of {snapshot}</source>
        <translation>{snapshot} 的标记</translation>
    </message>
    <message>
        <source>message</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>not received within the run</source>
        <translation>运行结束前未收到</translation>
    </message>
    <message>
        <source>orphan of {snapshots}: received before the cut, sent after it</source>
        <translation>{snapshots} 的孤儿消息：割线前接收，割线后发送</translation>
    </message>
    <message>
        <source>receive</source>
        <translation>接收</translation>
    </message>
    <message>
        <source>receive again</source>
        <translation>重复接收</translation>
    </message>
    <message>
        <source>received {time} ms</source>
        <translation>接收于 {time} ms</translation>
    </message>
    <message>
        <source>recorded by {snapshots}, but not in transit</source>
        <translation>被 {snapshots} 记录，却并不在途</translation>
    </message>
    <message>
        <source>refused transfer</source>
        <translation>被拒绝的转账</translation>
    </message>
    <message>
        <source>send</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>sent {time} ms</source>
        <translation>发送于 {time} ms</translation>
    </message>
    <message>
        <source>under way</source>
        <translation>途中</translation>
    </message>
    <message>
        <source>{process}: {word}, event {number}</source>
        <translation>{process}：{word}，第 {number} 个事件</translation>
    </message>
    <message>
        <source>{snapshot}: {process} recorded its state</source>
        <translation>{snapshot}：{process} 记录了自己的状态</translation>
    </message>
    <message>
        <source>{time} ms</source>
        <translation>{time} ms</translation>
    </message>
    <message>
        <source>{time} ms, own clock {local} ms</source>
        <translation>{time} ms，本地时钟 {local} ms</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>What would you like to see?</source>
        <translation>想看点什么？</translation>
    </message>
    <message>
        <source>Each example shows one thing. Pick one, or open a scenario file.</source>
        <translation>每个示例说明一件事。选一个，或者打开自己的场景文件。</translation>
    </message>
    <message>
        <source>Open a file…</source>
        <translation>打开文件…</translation>
    </message>
    <message>
        <source>Back to the diagram</source>
        <translation>回到时空图</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>trace %1</source>
        <translation>轨迹 %1</translation>
    </message>
    <message>
        <source>Verdict at this moment</source>
        <translation>此刻的判定</translation>
    </message>
    <message>
        <source>Channels and trace</source>
        <translation>通道与轨迹</translation>
    </message>
    <message>
        <source>Simulating</source>
        <translation>正在模拟</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>TopologyView</name>
    <message>
        <source>Topology</source>
        <translation>拓扑</translation>
    </message>
    <message>
        <source>Processes, the channels between them, and the messages on their way</source>
        <translation>进程、它们之间的通道，以及途中的消息</translation>
    </message>
</context>
<context>
    <name>TransportBar</name>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>event %1 of %2</source>
        <translation>第 %1 / %2 个事件</translation>
    </message>
    <message>
        <source>%1 ms per second</source>
        <translation>每秒 %1 ms</translation>
    </message>
    <message>
        <source>Position in the run</source>
        <translation>在运行中的位置</translation>
    </message>
    <message>
        <source>Drag to move through the run</source>
        <translation>拖动以在运行中移动</translation>
    </message>
    <message>
        <source>Virtual time</source>
        <translation>虚拟时间</translation>
    </message>
    <message>
        <source>Events passed</source>
        <translation>已发生的事件</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>Speed: at 1× the whole run takes about ten seconds</source>
        <translation>速度：1× 时整个运行约需十秒</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>1 message</source>
        <translation>1 条消息</translation>
    </message>
    <message>
        <source>%1 messages</source>
        <translation>%1 条消息</translation>
    </message>
    <message>
        <source>%1 consistent</source>
        <translation>%1 一致</translation>
    </message>
    <message>
        <source>%1 inconsistent</source>
        <translation>%1 不一致</translation>
    </message>
    <message>
        <source>orphans: %1</source>
        <translation>孤儿消息：%1</translation>
    </message>
    <message>
        <source>not recorded: %1</source>
        <translation>漏记：%1</translation>
    </message>
    <message>
        <source>recorded too much: %1</source>
        <translation>多记：%1</translation>
    </message>
    <message>
        <source>%1 in transit at the cut</source>
        <translation>割线上在途：%1</translation>
    </message>
    <message>
        <source>Σ = %1 conserved</source>
        <translation>Σ = %1 守恒</translation>
    </message>
    <message>
        <source>Σ = %1 recorded, %2 expected</source>
        <translation>记录 Σ = %1，应为 %2</translation>
    </message>
    <message>
        <source>%1 recording: %2 of %3 processes have recorded</source>
        <translation>%1 记录中：%3 个进程中 %2 个已记录</translation>
    </message>
    <message>
        <source>1 marker in transit</source>
        <translation>1 个标记在途</translation>
    </message>
    <message>
        <source>%1 markers in transit</source>
        <translation>%1 个标记在途</translation>
    </message>
    <message>
        <source>the run ends before it is complete</source>
        <translation>运行结束时仍未完成</translation>
    </message>
    <message>
        <source>✗ %1</source>
        <translation>✗ %1</translation>
    </message>
    <message>
        <source>%1 not complete</source>
        <translation>%1 未完成</translation>
    </message>
    <message>
        <source>%1 recording</source>
        <translation>%1 记录中</translation>
    </message>
    <message>
        <source>%1 in transit</source>
        <translation>在途：%1</translation>
    </message>
    <message>
        <source>Σ = %1: %2 in processes + %3 in channels</source>
        <translation>Σ = %1：进程中 %2 + 通道中 %3</translation>
    </message>
    <message>
        <source>no snapshot in this run</source>
        <translation>此运行没有快照</translation>
    </message>
    <message>
        <source>sent %1, not received</source>
        <translation>发送 %1，未收到</translation>
    </message>
    <message>
        <source>sent %1, received %2</source>
        <translation>发送 %1，接收 %2</translation>
    </message>
    <message>
        <source>no channels</source>
        <translation>没有通道</translation>
    </message>
    <message>
        <source>FIFO channels</source>
        <translation>FIFO 通道</translation>
    </message>
    <message>
        <source>non-FIFO channels</source>
        <translation>非 FIFO 通道</translation>
    </message>
    <message>
        <source>some channels are not FIFO</source>
        <translation>部分通道非 FIFO</translation>
    </message>
    <message>
        <source>various delays</source>
        <translation>时延各异</translation>
    </message>
    <message>
        <source>messages may be lost</source>
        <translation>消息可能丢失</translation>
    </message>
    <message>
        <source>delay %1 ms</source>
        <translation>时延 %1 ms</translation>
    </message>
    <message>
        <source>uniform delay %1–%2 ms</source>
        <translation>均匀时延 %1–%2 ms</translation>
    </message>
    <message>
        <source>exponential delay, mean %1 ms</source>
        <translation>指数时延，均值 %1 ms</translation>
    </message>
    <message>
        <source>normal delay %1 ± %2 ms</source>
        <translation>正态时延 %1 ± %2 ms</translation>
    </message>
    <message>
        <source>measured delays</source>
        <translation>实测时延</translation>
    </message>
    <message>
        <source>1 process</source>
        <translation>1 个进程</translation>
    </message>
    <message>
        <source>%1 processes</source>
        <translation>%1 个进程</translation>
    </message>
    <message>
        <source>1 channel</source>
        <translation>1 条通道</translation>
    </message>
    <message>
        <source>%1 channels</source>
        <translation>%1 条通道</translation>
    </message>
</context>
<context>
    <name>Workbench</name>
    <message>
        <source>example, not saved</source>
        <translation>示例，未保存</translation>
    </message>
    <message>
        <source>Untitled scenario</source>
        <translation>未命名场景</translation>
    </message>
    <message>
        <source>seed %1</source>
        <translation>种子 %1</translation>
    </message>
    <message>
        <source>Topology</source>
        <translation>拓扑</translation>
    </message>
</context>
</TS>
