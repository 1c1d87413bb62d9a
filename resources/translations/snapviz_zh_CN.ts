<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>About</name>
    <message>
        <location filename="../../snapviz/ui/help/about.py" line="31"/>
        <source>About snapviz</source>
        <translation>关于 snapviz</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/help/about.py" line="36"/>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/help/about.py" line="52"/>
        <source>Version %1</source>
        <translation>版本 %1</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/help/about.py" line="53"/>
        <source>See how a distributed system takes a snapshot of itself.</source>
        <translation>看一个分布式系统如何为自己拍下快照。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/help/about.py" line="54"/>
        <source>Free software under the MIT licence. Typeface: Inter (SIL OFL).</source>
        <translation>以 MIT 许可发布的自由软件。字体：Inter（SIL OFL）。</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <location filename="../../snapviz/ui/command_table.py" line="39"/>
        <source>&amp;Open…</source>
        <translation>打开(&amp;O)…</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/command_table.py" line="40"/>
        <source>Open a scenario file</source>
        <translation>打开场景文件</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/command_table.py" line="47"/>
        <source>Choose one of the scenarios that come with snapviz</source>
        <translation>从 snapviz 自带的场景中选择一个</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/command_table.py" line="53"/>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/command_table.py" line="54"/>
        <source>Save the scenario</source>
        <translation>保存场景</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/command_table.py" line="60"/>
        <source>Save &amp;As…</source>
        <translation>另存为(&amp;A)…</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/command_table.py" line="61"/>
        <source>Save the scenario in another file</source>
        <translation>把场景保存到另一个文件</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/command_table.py" line="32"/>
        <source>&amp;New</source>
        <translation>新建(&amp;N)</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/command_table.py" line="33"/>
        <source>Start an empty scenario</source>
        <translation>从空白场景开始</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/command_table.py" line="46"/>
        <source>&amp;Examples…</source>
        <translation>示例(&amp;E)…</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/command_table.py" line="75"/>
        <source>&amp;Import Topology…</source>
        <translation>导入拓扑(&amp;I)…</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/command_table.py" line="76"/>
        <source>Open a topology from a GraphML file</source>
        <translation>从 GraphML 文件打开拓扑</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/command_table.py" line="81"/>
        <source>Write processes and channels as a GraphML file</source>
        <translation>把进程和通道写成 GraphML 文件</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/command_table.py" line="86"/>
        <source>Put the diagram as shown on the clipboard</source>
        <translation>把当前显示的图放到剪贴板</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/command_table.py" line="91"/>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/command_table.py" line="92"/>
        <source>Close the window</source>
        <translation>关闭窗口</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/command_table.py" line="97"/>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/command_table.py" line="98"/>
        <source>Take back the last edit</source>
        <translation>撤销上一次编辑</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/command_table.py" line="104"/>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/command_table.py" line="105"/>
        <source>Bring back what was undone</source>
        <translation>恢复被撤销的编辑</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/command_table.py" line="111"/>
        <source>Cu&amp;t</source>
        <translation>剪切(&amp;T)</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/command_table.py" line="112"/>
        <source>Copy the selected processes and delete them</source>
        <translation>复制所选进程并将其删除</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/command_table.py" line="117"/>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/command_table.py" line="118"/>
        <source>Copy the selected processes with the channels between them</source>
        <translation>复制所选进程以及它们之间的通道</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/command_table.py" line="123"/>
        <source>&amp;Paste</source>
        <translation>粘贴(&amp;P)</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/command_table.py" line="124"/>
        <source>Add the copied processes to the scenario</source>
        <translation>把复制的进程加入场景</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/command_table.py" line="130"/>
        <source>Add a copy of what is selected</source>
        <translation>添加所选内容的副本</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/command_table.py" line="135"/>
        <source>&amp;Delete</source>
        <translation>删除(&amp;L)</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/command_table.py" line="136"/>
        <source>Delete what is selected</source>
        <translation>删除所选内容</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/command_table.py" line="143"/>
        <source>Give the selected process another name</source>
        <translation>为所选进程改名</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/command_table.py" line="148"/>
        <source>Select &amp;All</source>
        <translation>全选(&amp;A)</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/command_table.py" line="149"/>
        <source>Select all processes</source>
        <translation>选择所有进程</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/command_table.py" line="174"/>
        <source>Add &amp;Process</source>
        <translation>添加进程(&amp;P)</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/command_table.py" line="175"/>
        <source>Add a process to the system</source>
        <translation>向系统添加一个进程</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/command_table.py" line="180"/>
        <source>Add &amp;Channel</source>
        <translation>添加通道(&amp;C)</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/command_table.py" line="181"/>
        <source>Connect the two selected processes, or the next two that are not connected</source>
        <translation>连接所选的两个进程，或下一对尚未连接的进程</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/command_table.py" line="188"/>
        <source>Send &amp;Message</source>
        <translation>发送消息(&amp;M)</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/command_table.py" line="189"/>
        <source>Send a message now, at the play-head, on the selected channel or between the selected processes</source>
        <translation>在播放头处，沿所选通道或在所选进程之间发送一条消息</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/command_table.py" line="197"/>
        <source>Take &amp;Snapshot</source>
        <translation>拍摄快照(&amp;S)</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/command_table.py" line="198"/>
        <source>Start a snapshot now, at the play-head, from the selected process</source>
        <translation>在播放头处由所选进程发起快照</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/command_table.py" line="213"/>
        <source>Take C&amp;heckpoint</source>
        <translation>设置检查点(&amp;H)</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/command_table.py" line="214"/>
        <source>Let the selected process take a checkpoint now, at the play-head</source>
        <translation>让所选进程在播放头处设置检查点</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/command_table.py" line="220"/>
        <location filename="../../snapviz/ui/command_table.py" line="409"/>
        <source>C&amp;rash</source>
        <translation>崩溃(&amp;R)</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/command_table.py" line="221"/>
        <source>Crash the selected process now, at the play-head</source>
        <translation>让所选进程在播放头处崩溃</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/command_table.py" line="225"/>
        <source>R&amp;estart</source>
        <translation>重启(&amp;E)</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/command_table.py" line="226"/>
        <source>Restart the selected process now, at the play-head</source>
        <translation>在播放头处重启所选进程</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/command_table.py" line="251"/>
        <source>&amp;Hand-Drawn Cut</source>
        <translation>手绘割集(&amp;H)</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/command_table.py" line="252"/>
        <source>Draw a cut by hand and see whether it is consistent</source>
        <translation>手绘一个割集，看它是否一致</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/command_table.py" line="279"/>
        <source>&amp;Play</source>
        <translation>播放(&amp;P)</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/command_table.py" line="280"/>
        <source>Play the run from here</source>
        <translation>从此处开始播放</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/command_table.py" line="286"/>
        <source>Step &amp;Forward</source>
        <translation>前进一步(&amp;F)</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/command_table.py" line="287"/>
        <source>Go to the next event</source>
        <translation>转到下一个事件</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/command_table.py" line="293"/>
        <source>Step &amp;Back</source>
        <translation>后退一步(&amp;B)</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/command_table.py" line="294"/>
        <source>Take back the last event</source>
        <translation>撤回上一个事件</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/command_table.py" line="300"/>
        <source>To the &amp;Start</source>
        <translation>到开头(&amp;S)</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/command_table.py" line="301"/>
        <source>Go to the start of the run</source>
        <translation>转到运行的开头</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/command_table.py" line="307"/>
        <source>To the &amp;End</source>
        <translation>到结尾(&amp;E)</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/command_table.py" line="308"/>
        <source>Go to the last event of the run</source>
        <translation>转到运行的最后一个事件</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/command_table.py" line="314"/>
        <source>S&amp;lower</source>
        <translation>减速(&amp;L)</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/command_table.py" line="315"/>
        <source>Play slower</source>
        <translation>放慢播放</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/command_table.py" line="321"/>
        <source>Fas&amp;ter</source>
        <translation>加速(&amp;T)</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/command_table.py" line="322"/>
        <source>Play faster</source>
        <translation>加快播放</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/command_table.py" line="336"/>
        <source>Zoom &amp;In</source>
        <translation>放大(&amp;I)</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/command_table.py" line="337"/>
        <source>Show less time, in more detail</source>
        <translation>显示更短的时间、更多细节</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/command_table.py" line="343"/>
        <source>Zoom &amp;Out</source>
        <translation>缩小(&amp;O)</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/command_table.py" line="344"/>
        <source>Show more time</source>
        <translation>显示更长的时间</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/command_table.py" line="350"/>
        <source>&amp;Fit</source>
        <translation>适合窗口(&amp;F)</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/command_table.py" line="351"/>
        <source>Show the whole run</source>
        <translation>显示整个运行</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/command_table.py" line="357"/>
        <source>&amp;Presentation</source>
        <translation>演示(&amp;P)</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/command_table.py" line="358"/>
        <source>Large type and nothing but the diagram, for a projector; F11 or Esc goes back</source>
        <translation>大字号且只显示图，适合投影；按 F11 或 Esc 返回</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/command_table.py" line="367"/>
        <source>&amp;Select</source>
        <translation>选择(&amp;S)</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/command_table.py" line="368"/>
        <source>Select and move things</source>
        <translation>选择和移动</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/command_table.py" line="374"/>
        <source>&amp;Process</source>
        <translation>进程(&amp;P)</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/command_table.py" line="375"/>
        <source>Click in the topology to add a process</source>
        <translation>在拓扑图中单击以添加进程</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/command_table.py" line="381"/>
        <source>&amp;Channel</source>
        <translation>通道(&amp;C)</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/command_table.py" line="382"/>
        <source>Drag from one process to another to connect them</source>
        <translation>从一个进程拖到另一个进程以连接它们</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/command_table.py" line="388"/>
        <source>&amp;Message</source>
        <translation>消息(&amp;M)</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/command_table.py" line="389"/>
        <source>Drag from one process line to another to send a message</source>
        <translation>从一条进程线拖到另一条以发送消息</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/command_table.py" line="395"/>
        <source>S&amp;napshot</source>
        <translation>快照(&amp;N)</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/command_table.py" line="396"/>
        <source>Click on a process line to start a snapshot there</source>
        <translation>单击进程线，从那里发起快照</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/command_table.py" line="402"/>
        <source>Chec&amp;kpoint</source>
        <translation>检查点(&amp;K)</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/command_table.py" line="403"/>
        <source>Click on a process line to take a checkpoint there</source>
        <translation>单击进程线，在那里设置检查点</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/command_table.py" line="410"/>
        <source>Click on a process line to crash the process there</source>
        <translation>单击进程线，让进程在那里崩溃</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/command_table.py" line="427"/>
        <source>&amp;Circle</source>
        <translation>圆形(&amp;C)</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/command_table.py" line="428"/>
        <location filename="../../snapviz/ui/command_table.py" line="433"/>
        <location filename="../../snapviz/ui/command_table.py" line="438"/>
        <location filename="../../snapviz/ui/command_table.py" line="443"/>
        <location filename="../../snapviz/ui/command_table.py" line="448"/>
        <location filename="../../snapviz/ui/command_table.py" line="453"/>
        <source>Arrange the processes anew</source>
        <translation>重新排列进程</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/command_table.py" line="432"/>
        <source>&amp;Grid</source>
        <translation>网格(&amp;G)</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/command_table.py" line="437"/>
        <source>&amp;Line</source>
        <translation>直线(&amp;L)</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/command_table.py" line="442"/>
        <source>&amp;Tree</source>
        <translation>树形(&amp;T)</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/command_table.py" line="447"/>
        <source>&amp;Springs</source>
        <translation>弹簧(&amp;S)</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/command_table.py" line="452"/>
        <source>&amp;Distances (Kamada–Kawai)</source>
        <translation>按距离 (Kamada–Kawai)(&amp;D)</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/command_table.py" line="457"/>
        <source>&amp;Left</source>
        <translation>左对齐(&amp;L)</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/command_table.py" line="458"/>
        <location filename="../../snapviz/ui/command_table.py" line="463"/>
        <location filename="../../snapviz/ui/command_table.py" line="468"/>
        <location filename="../../snapviz/ui/command_table.py" line="473"/>
        <location filename="../../snapviz/ui/command_table.py" line="478"/>
        <location filename="../../snapviz/ui/command_table.py" line="483"/>
        <source>Put the selected processes in one line</source>
        <translation>把所选进程排成一线</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/command_table.py" line="462"/>
        <source>&amp;Centre</source>
        <translation>水平居中(&amp;C)</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/command_table.py" line="467"/>
        <source>&amp;Right</source>
        <translation>右对齐(&amp;R)</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/command_table.py" line="472"/>
        <source>&amp;Top</source>
        <translation>顶端对齐(&amp;T)</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/command_table.py" line="477"/>
        <source>&amp;Middle</source>
        <translation>垂直居中(&amp;M)</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/command_table.py" line="482"/>
        <source>&amp;Bottom</source>
        <translation>底端对齐(&amp;B)</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/command_table.py" line="487"/>
        <source>Spread &amp;Horizontally</source>
        <translation>横向均布(&amp;H)</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/command_table.py" line="488"/>
        <location filename="../../snapviz/ui/command_table.py" line="493"/>
        <source>Put the selected processes at equal distances</source>
        <translation>让所选进程间距相等</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/command_table.py" line="492"/>
        <source>Spread &amp;Vertically</source>
        <translation>纵向均布(&amp;V)</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/command_table.py" line="515"/>
        <source>Tell what has just happened, beside the pseudo-code</source>
        <translation>讲述刚刚发生了什么，旁边是对应的伪代码</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/command_table.py" line="553"/>
        <source>&amp;Keyboard and Mouse</source>
        <translation>键盘与鼠标(&amp;K)</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/command_table.py" line="554"/>
        <source>What the keys and the mouse do</source>
        <translation>各按键和鼠标操作的作用</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/command_table.py" line="558"/>
        <source>&amp;About snapviz</source>
        <translation>关于 snapviz(&amp;A)</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/command_table.py" line="559"/>
        <source>What this program is</source>
        <translation>本程序简介</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/actions.py" line="131"/>
        <source>&amp;Undo %1</source>
        <translation>撤销 %1(&amp;U)</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/actions.py" line="132"/>
        <source>&amp;Redo %1</source>
        <translation>重做 %1(&amp;R)</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/actions.py" line="152"/>
        <source>&amp;Pause</source>
        <translation>暂停(&amp;P)</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/actions.py" line="153"/>
        <source>Stop where the run is now</source>
        <translation>停在当前位置</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/command_table.py" line="263"/>
        <source>It &amp;Never Happened</source>
        <translation>从未发生(&amp;N)</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/command_table.py" line="264"/>
        <source>Show the run beside one with the same events that passes through the state the selected snapshot recorded</source>
        <translation>把这次运行与另一次并排显示：事件相同，但经过所选快照记录的状态</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/command_table.py" line="271"/>
        <source>&amp;Break an Assumption</source>
        <translation>破坏一个假设(&amp;B)</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/command_table.py" line="272"/>
        <source>Break what the selected snapshot relies on, and see the message that makes it go wrong</source>
        <translation>破坏所选快照所依赖的条件，看是哪条消息使它出错</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/command_table.py" line="205"/>
        <source>S&amp;ynchronize Clocks</source>
        <translation>同步时钟(&amp;Y)</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/command_table.py" line="142"/>
        <source>Re&amp;name…</source>
        <translation>重命名(&amp;N)…</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/command_table.py" line="206"/>
        <source>Synchronize all clocks now, at the play-head, with the selected process</source>
        <translation>在播放头处，让所有时钟与选中的进程同步</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/command_table.py" line="497"/>
        <source>&amp;Compare Protocols</source>
        <translation>比较协议(&amp;C)</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/command_table.py" line="498"/>
        <source>See this run under every protocol, side by side</source>
        <translation>并排查看每种协议下的这次运行</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/command_table.py" line="503"/>
        <source>&amp;Sweep…</source>
        <translation>扫描(&amp;S)…</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/command_table.py" line="504"/>
        <source>Count what goes wrong as one thing varies, over many seeds</source>
        <translation>让一个因素变化，用许多种子统计出错的次数</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/command_table.py" line="243"/>
        <source>Roll &amp;Back to Here</source>
        <translation>回滚到此处(&amp;B)</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/command_table.py" line="244"/>
        <source>Later all processes go back to the play-head; the inspector says when</source>
        <translation>稍后所有进程回到播放头处；时刻在检查器中设定</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/command_table.py" line="416"/>
        <source>Roll &amp;Back</source>
        <translation>回滚(&amp;B)</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/command_table.py" line="417"/>
        <source>Click on a process line: everyone goes back, from the later of that time and the play-head to the earlier</source>
        <translation>单击进程线：在该时刻与播放头中较晚的时刻，所有进程回到较早的时刻</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/command_table.py" line="328"/>
        <source>&amp;Continue from Here</source>
        <translation>从此处继续(&amp;C)</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/command_table.py" line="329"/>
        <source>Let the run go on another way from the play-head: a branch to edit</source>
        <translation>让运行从播放头处以另一种方式继续：一个可编辑的分支</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/command_table.py" line="536"/>
        <source>&amp;Lessons</source>
        <translation>课程(&amp;L)</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/command_table.py" line="537"/>
        <source>Predict, see and understand, step by step on live runs</source>
        <translation>在真实的运行上逐步预测、观察、理解</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/command_table.py" line="66"/>
        <source>E&amp;xport Diagram…</source>
        <translation>导出时空图(&amp;X)…</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/actions.py" line="22"/>
        <source>E&amp;xport Both Diagrams…</source>
        <translation>导出两幅图(&amp;X)…</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/actions.py" line="23"/>
        <source>Write both diagrams side by side as one picture</source>
        <translation>把两幅图并排写成一张图片</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/actions.py" line="26"/>
        <source>Copy Both Diagrams as &amp;Image</source>
        <translation>把两幅图复制为图像(&amp;I)</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/actions.py" line="27"/>
        <source>Put both diagrams as shown on the clipboard</source>
        <translation>把所见的两幅图放到剪贴板</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/command_table.py" line="85"/>
        <source>Copy Diagram as &amp;Image</source>
        <translation>把时空图复制为图像(&amp;I)</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/command_table.py" line="231"/>
        <source>From the play-head on messages between the selected processes and all others are lost</source>
        <translation>从播放头起，所选进程与其他进程之间的消息都会丢失</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/command_table.py" line="239"/>
        <source>From the play-head on messages get through to everyone</source>
        <translation>从播放头起，消息又能到达每个进程</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/command_table.py" line="258"/>
        <source>&amp;Votes and Acknowledgements</source>
        <translation>投票与确认(&amp;V)</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/command_table.py" line="259"/>
        <source>Draw what only answers others when a snapshot is kept</source>
        <translation>绘出保存快照时仅用于应答的消息</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/command_table.py" line="509"/>
        <source>&amp;Decision Step by Step</source>
        <translation>逐步讲述决定(&amp;D)</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/command_table.py" line="510"/>
        <source>Tell how a snapshot was gathered, kept and decided</source>
        <translation>讲述一个快照如何收集、保存和决定</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/command_table.py" line="519"/>
        <source>&amp;Global States</source>
        <translation>全局状态(&amp;G)</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/command_table.py" line="520"/>
        <source>See every consistent global state, and whether a condition possibly or definitely holds</source>
        <translation>查看每个一致的全局状态，以及某条件是否可能成立或必然成立</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/command_table.py" line="154"/>
        <source>&amp;Find Events…</source>
        <translation>查找事件(&amp;F)…</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/command_table.py" line="155"/>
        <source>Find events by what they say</source>
        <translation>按内容查找事件</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/command_table.py" line="160"/>
        <source>Find Ne&amp;xt</source>
        <translation>查找下一个(&amp;X)</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/command_table.py" line="161"/>
        <source>Go to the next event found</source>
        <translation>转到找到的下一个事件</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/command_table.py" line="167"/>
        <source>Find Pre&amp;vious</source>
        <translation>查找上一个(&amp;V)</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/command_table.py" line="168"/>
        <source>Go to the event found before</source>
        <translation>转到找到的上一个事件</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/command_table.py" line="230"/>
        <source>Part&amp;ition Selected From the Rest</source>
        <translation>把所选进程与其余隔开(&amp;I)</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/command_table.py" line="238"/>
        <source>Heal the Net&amp;work</source>
        <translation>恢复网络连通(&amp;W)</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/command_table.py" line="528"/>
        <source>Compare with Another &amp;Run…</source>
        <translation>与另一次运行比较(&amp;R)…</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/command_table.py" line="529"/>
        <source>See event by event what differs with another seed, protocol, log or file</source>
        <translation>逐个事件查看与另一种子、协议、日志或文件的差异</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/command_table.py" line="514"/>
        <source>Narra&amp;tor</source>
        <translation>解说(&amp;T)</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/command_table.py" line="80"/>
        <source>Export Topolo&amp;gy…</source>
        <translation>导出拓扑(&amp;G)…</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/command_table.py" line="129"/>
        <source>Dup&amp;licate</source>
        <translation>再制(&amp;D)</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/command_table.py" line="542"/>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/command_table.py" line="543"/>
        <source>Read about what is in hand: guide, algorithms, file format</source>
        <translation>阅读与手头之事有关的内容：指南、算法、文件格式</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/command_table.py" line="548"/>
        <source>First &amp;Tour</source>
        <translation>新手导览(&amp;T)</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/command_table.py" line="549"/>
        <source>Take your first snapshot, with a word at every step</source>
        <translation>在每一步的提示下，拍下你的第一次快照</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/command_table.py" line="67"/>
        <source>Write the diagram as a picture or an animation, or the run as data</source>
        <translation>把图导出为图片或动画，或把运行导出为数据</translation>
    </message>
</context>
<context>
    <name>Arrival</name>
    <message>
        <location filename="../../snapviz/ui/arrival.py" line="97"/>
        <source>%1 is ready.</source>
        <translation>%1 已就绪。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/arrival.py" line="98"/>
        <source>Show it</source>
        <translation>显示</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/arrival.py" line="101"/>
        <source>What you opened</source>
        <translation>所打开的文档</translation>
    </message>
</context>
<context>
    <name>Beginning</name>
    <message>
        <location filename="../../snapviz/ui/beginning.py" line="62"/>
        <source>the first %1 of %2 ms; %3 % simulated</source>
        <translation>前 %1 毫秒，共 %2 毫秒；已模拟 %3 %</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/beginning.py" line="70"/>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/beginning.py" line="71"/>
        <source>Show %1 again; the opening goes on</source>
        <translation>重新显示 %1；打开操作继续进行</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/beginning.py" line="73"/>
        <source>Beginning of the run</source>
        <translation>运行的开头</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/beginning.py" line="64"/>
        <source>the first %1 of %2 ms; drawing the whole</source>
        <translation>前 %1 毫秒，共 %2 毫秒；正在绘制全图</translation>
    </message>
</context>
<context>
    <name>Blame</name>
    <message>
        <location filename="../../snapviz/ui/whatif/words.py" line="14"/>
        <source>%1 is wrong in this very run, before anything is broken: %2.</source>
        <translation>还没有破坏任何东西，%1 在这次运行中就已经错了：%2。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/whatif/words.py" line="18"/>
        <source>Nothing in this run can be broken in this way: there is no message or process to try.</source>
        <translation>这次运行中没有可以这样破坏的东西：没有可试的消息或进程。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/whatif/words.py" line="22"/>
        <source>%1 survives, here with %2 out of its order; runs tried: %3.</source>
        <translation>%1 经受住了，这里 %2 没有按次序到达；试过的运行：%3。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/whatif/words.py" line="26"/>
        <source>%1 survives, here without %2; runs tried: %3.</source>
        <translation>%1 经受住了，这里缺了 %2；试过的运行：%3。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/whatif/words.py" line="30"/>
        <source>%1 survives, here with %2 received twice; runs tried: %3.</source>
        <translation>%1 经受住了，这里 %2 被收到两次；试过的运行：%3。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/whatif/words.py" line="34"/>
        <source>%1 never completes: no channel leads to %2 any more, so it is never told.</source>
        <translation>%1 永远不会完成：再没有通道通向 %2，它永远得不到通知。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/whatif/words.py" line="38"/>
        <source>%1 never completes: %2 crashed before it had done its part.</source>
        <translation>%1 永远不会完成：%2 在完成自己那部分之前崩溃了。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/whatif/words.py" line="42"/>
        <source>%1 overtook the %2 that was sent before it, so %4 received it before it recorded, but %3 sent it after it had recorded</source>
        <translation>%1 超越了在它之前发送的%2，所以 %4 在记录之前就收到了它，而 %3 是在记录之后才发送它的</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/whatif/words.py" line="46"/>
        <source>%1 was overtaken by the %2 that was sent after it, so %3 had sent it before it recorded, but %4 no longer listened when it came</source>
        <translation>%1 被在它之后发送的%2超越，所以 %3 在记录之前就发送了它，但它到达时 %4 已不再记录这条通道</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/whatif/words.py" line="50"/>
        <source>%1 and the %2 changed places, so %4 took it for in transit though it is not</source>
        <translation>%1 与%2调换了次序，所以 %4 把它当成在途消息，其实不是</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/whatif/words.py" line="54"/>
        <source>%1 is an orphan, for %3 received it before it recorded, but %2 sent it after it had recorded</source>
        <translation>%1 是孤儿消息：%3 在记录之前就收到了它，而 %2 是在记录之后才发送它的</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/whatif/words.py" line="58"/>
        <source>%1 was in transit from %2 to %3 across the cut, but nobody recorded it</source>
        <translation>%1 在割集处正从 %2 传往 %3，却没有谁记录它</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/whatif/words.py" line="62"/>
        <source>%1 was recorded as in transit from %2 to %3, but it was not</source>
        <translation>%1 被记录为正从 %2 传往 %3，其实并不在途</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/whatif/words.py" line="66"/>
        <source>Rule: a snapshot is complete only when every process has recorded and every message its protocol waits for has come.</source>
        <translation>规则：只有每个进程都已记录，且协议所等的每条消息都已到达，快照才算完成。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/whatif/words.py" line="70"/>
        <source>It needs no order of the channels: the layer of causal delivery under it holds a message back until those before it have come.</source>
        <translation>它不需要通道保序：它下面的因果投递层会扣住一条消息，直到在它之前的消息都到达。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/whatif/words.py" line="74"/>
        <source>It needs no order of the channels: each message carries the colour of its sender, and a process records before it handles a message sent after the cut.</source>
        <translation>它不需要通道保序：每条消息带着发送方的颜色，进程在处理割集之后发送的消息之前先记录。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/whatif/words.py" line="78"/>
        <source>message of the snapshot</source>
        <translation>快照消息</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/whatif/words.py" line="82"/>
        <source>%1 goes wrong: %2. Besides this one, so many messages are as guilty: %3.</source>
        <translation>%1 出错了：%2。除此之外，同样有责任的消息还有 %3 条。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/whatif/words.py" line="86"/>
        <source>%1 goes wrong: %2.</source>
        <translation>%1 出错了：%2。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/whatif/words.py" line="90"/>
        <source>%1 never completes: %2 was lost, and %3 still waits for %4.</source>
        <translation>%1 永远不会完成：%2 丢失了，%3 仍在等 %4。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/whatif/words.py" line="94"/>
        <source>%1 survives, here with %2 cut off; runs tried: %3.</source>
        <translation>%1 经受住了，这里 %2 被隔开；试过的运行：%3。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/whatif/words.py" line="98"/>
        <source>%1 survives; runs tried: %2.</source>
        <translation>%1 经受住了；试过的运行：%2。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/whatif/words.py" line="102"/>
        <source>Rule: what is received inside the cut must have been sent inside it.</source>
        <translation>规则：在割集之内收到的，必须也是在割集之内发送的。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/whatif/words.py" line="106"/>
        <source>Rule: what is sent inside the cut and received outside it belongs to the channel&apos;s state.</source>
        <translation>规则：在割集之内发送、在割集之外收到的，属于通道状态。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/whatif/words.py" line="110"/>
        <source>Rule: only what is in transit across the cut belongs to a channel&apos;s state.</source>
        <translation>规则：只有在割集处在途的消息才属于通道状态。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/whatif/words.py" line="114"/>
        <source>Rule: what is conserved must be found again in states and channels.</source>
        <translation>规则：守恒的量必须在进程状态和通道中重新找到。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/whatif/words.py" line="118"/>
        <source>No message is needed for it: every process records by its own clock.</source>
        <translation>它不需要任何消息：每个进程按自己的时钟记录。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/whatif/words.py" line="122"/>
        <source>It needs no order of the channels: each message carries a vector clock, which tells which states go together.</source>
        <translation>它不需要通道保序：每条消息带着向量时钟，由此可知哪些状态属于一起。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/whatif/words.py" line="126"/>
        <source>It needs no order of the channels: each message carries a stamp, and a process records before it handles a later one.</source>
        <translation>它不需要通道保序：每条消息带着时间戳，进程在处理更晚的消息之前先记录。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/whatif/words.py" line="130"/>
        <source>It needs no order of the channels: clocks tell when to record, and each message carries whether its sender had.</source>
        <translation>它不需要通道保序：何时记录由时钟决定，每条消息都带着发送方是否已经记录。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/whatif/words.py" line="134"/>
        <source>the message %1 → %2 sent at %3 ms</source>
        <translation>在 %3 ms 发送的消息 %1 → %2</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/whatif/words.py" line="138"/>
        <source>the marker</source>
        <translation>标记</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/whatif/words.py" line="142"/>
        <source>the barrier</source>
        <translation>栅栏</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/whatif/words.py" line="146"/>
        <source>the token</source>
        <translation>令牌</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/whatif/words.py" line="150"/>
        <source>the report</source>
        <translation>报告</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/whatif/words.py" line="154"/>
        <source>the request</source>
        <translation>请求</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/whatif/words.py" line="158"/>
        <source>a message</source>
        <translation>一条消息</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/whatif/words.py" line="162"/>
        <source>its clock</source>
        <translation>自己的时钟</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/whatif/words.py" line="166"/>
        <source>the answer</source>
        <translation>应答</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/whatif/words.py" line="170"/>
        <source>the end of it</source>
        <translation>结束通知</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/whatif/words.py" line="174"/>
        <source>There has to be something to break.</source>
        <translation>总得先有可以破坏的东西。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/whatif/words.py" line="178"/>
        <source>%1 is not complete in this very run, before anything is broken.</source>
        <translation>还没有破坏任何东西，%1 在这次运行中就没有完成。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/whatif/words.py" line="182"/>
        <source>%1 never completes: %2 cannot take part.</source>
        <translation>%1 永远不会完成：%2 无法参与。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/whatif/words.py" line="186"/>
        <source>%1 does not complete: %2 arrived twice.</source>
        <translation>%1 没有完成：%2 到达了两次。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/whatif/words.py" line="190"/>
        <source>%1 never completes: %2 was lost.</source>
        <translation>%1 永远不会完成：%2 丢失了。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/whatif/words.py" line="194"/>
        <source>what was recorded does not add up to what there is</source>
        <translation>记录下来的加起来与实际不符</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/whatif/words.py" line="198"/>
        <source>That is luck: it does depend on this, and the search is bounded.</source>
        <translation>这是运气：它确实依赖这一条，而搜索是有限的。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/whatif/words.py" line="206"/>
        <source>What comes a second time is known by its number: it is received again, but changes nothing.</source>
        <translation>第二次到达的消息可由编号认出：它再次被收到，但什么也不改变。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/whatif/words.py" line="210"/>
        <source>the %1 %2 → %3 sent at %4 ms</source>
        <translation>在 %4 ms 发送的%1 %2 → %3</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/whatif/words.py" line="214"/>
        <source>%1 on %2 → %3</source>
        <translation>%2 → %3 上的%1</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/whatif/words.py" line="218"/>
        <source>%1 from %2</source>
        <translation>来自 %2 的%1</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/whatif/words.py" line="222"/>
        <source>marker</source>
        <translation>标记</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/whatif/words.py" line="226"/>
        <source>barrier</source>
        <translation>栅栏</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/whatif/words.py" line="243"/>
        <source>✗ goes wrong</source>
        <translation>✗ 出错</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/whatif/words.py" line="244"/>
        <source>✗ never complete</source>
        <translation>✗ 永不完成</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/whatif/words.py" line="245"/>
        <source>✓ survives</source>
        <translation>✓ 经受住了</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/whatif/words.py" line="246"/>
        <source>✗ not right before</source>
        <translation>✗ 本来就不对</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/whatif/words.py" line="247"/>
        <source>nothing to break</source>
        <translation>没有可破坏的</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/whatif/words.py" line="202"/>
        <source>That is luck: nothing keeps together what it reads, and the search is bounded.</source>
        <translation>这是运气：没有什么能让它读到的各个状态彼此相符，而搜索是有限的。</translation>
    </message>
</context>
<context>
    <name>Boundary</name>
    <message>
        <location filename="../../snapviz/ui/boundary_words.py" line="31"/>
        <source>%1 reads T first, %2 last</source>
        <translation>%1 最先读到 T，%2 最后</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/boundary_words.py" line="32"/>
        <source>skew at T</source>
        <translation>T 时偏斜</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/boundary_words.py" line="35"/>
        <source>fastest</source>
        <translation>最快消息</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/boundary_words.py" line="37"/>
        <source>safe while skew &lt; fastest</source>
        <translation>偏斜 &lt; 最快消息则安全</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/boundary_words.py" line="39"/>
        <source>margin</source>
        <translation>余量</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/boundary_words.py" line="47"/>
        <source>%1 after T</source>
        <translation>%1（T 之后）</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/boundary_words.py" line="48"/>
        <source>closest</source>
        <translation>最险消息</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/boundary_words.py" line="57"/>
        <source>No message arrives: no skew can break this cut.</source>
        <translation>没有消息到达：任何偏斜都不会破坏此割集。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/boundary_words.py" line="59"/>
        <source>No message can break this cut.</source>
        <translation>没有消息能破坏此割集。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/boundary_words.py" line="60"/>
        <source>It holds by luck: a message as fast as %1 ms could break it.</source>
        <translation>成立只是侥幸：快到 %1 ms 的消息就可能破坏它。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/boundary_words.py" line="66"/>
        <source>Broken by %1: sent after T of %2, received %3 before T of %4.</source>
        <translation>被 %1 破坏：在 %2 的 T 之后发送，却在 %4 的 T 之前 %3 接收。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/boundary_words.py" line="70"/>
        <source>%1 more do.</source>
        <translation>另有 %1 条也是。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/boundary_words.py" line="80"/>
        <source>skew %1 ms, fastest message %2 ms</source>
        <translation>偏斜 %1 ms，最快消息 %2 ms</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/boundary_words.py" line="83"/>
        <source>✗ %1 breaks %2</source>
        <translation>✗ %1 破坏 %2</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/boundary_words.py" line="86"/>
        <source>✓ %1 is safe</source>
        <translation>✓ %1 安全</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/boundary_words.py" line="88"/>
        <source>%1 holds by luck</source>
        <translation>%1 侥幸成立</translation>
    </message>
</context>
<context>
    <name>BoundaryPart</name>
    <message>
        <location filename="../../snapviz/ui/panels/snapshot_boundary.py" line="97"/>
        <source>Clocks against messages, ms</source>
        <translation>时钟与消息（ms）</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/snapshot_boundary.py" line="98"/>
        <source>Clocks against messages</source>
        <translation>时钟与消息</translation>
    </message>
</context>
<context>
    <name>BranchStrip</name>
    <message>
        <location filename="../../snapviz/ui/branches/strip.py" line="128"/>
        <source>Base run</source>
        <translation>基础运行</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/branches/strip.py" line="128"/>
        <source>The run without its branches</source>
        <translation>不带分支的运行</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/branches/strip.py" line="132"/>
        <source>“%1”: another way to go on from %2 ms</source>
        <translation>“%1”：从 %2 ms 起的另一种走向</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/branches/strip.py" line="133"/>
        <source>%1 · from %2 ms</source>
        <translation>%1 · 自 %2 ms</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/branches/strip.py" line="161"/>
        <source>Branches</source>
        <translation>分支</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/branches/strip.py" line="162"/>
        <source>Name of the branch</source>
        <translation>分支名称</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/branches/strip.py" line="163"/>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/branches/strip.py" line="164"/>
        <source>Give this branch another name</source>
        <translation>给此分支另取名称</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/branches/strip.py" line="165"/>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/branches/strip.py" line="166"/>
        <source>What differs between this branch and the base run</source>
        <translation>此分支与基础运行有何不同</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/branches/strip.py" line="167"/>
        <location filename="../../snapviz/ui/branches/strip.py" line="168"/>
        <source>Delete this branch</source>
        <translation>删除此分支</translation>
    </message>
</context>
<context>
    <name>Branches</name>
    <message>
        <location filename="../../snapviz/ui/branches/door.py" line="67"/>
        <source>what if</source>
        <translation>假如</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/branches/door.py" line="65"/>
        <source>Continue from %1 ms as “%2”</source>
        <translation>从 %1 ms 起继续为“%2”</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/branches/door.py" line="77"/>
        <source>Rename branch “%1” to “%2”</source>
        <translation>将分支“%1”重命名为“%2”</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/branches/door.py" line="90"/>
        <source>Delete branch “%1”</source>
        <translation>删除分支“%1”</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/branches/door.py" line="219"/>
        <source>Branch and base run</source>
        <translation>分支与基础运行</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/branches/door.py" line="219"/>
        <location filename="../../snapviz/ui/branches/door.py" line="225"/>
        <source>Base run</source>
        <translation>基础运行</translation>
    </message>
</context>
<context>
    <name>BrokenPage</name>
    <message>
        <location filename="../../snapviz/ui/whatif/broken.py" line="111"/>
        <source>Searching for a run in which %1 goes wrong; runs tried: %2</source>
        <translation>正在寻找使 %1 出错的运行；已试过：%2</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/whatif/broken.py" line="130"/>
        <source>seed %1 · runs tried: %2</source>
        <translation>种子 %1 · 试过的运行：%2</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/whatif/broken.py" line="146"/>
        <source>Break %1: %2</source>
        <translation>破坏 %1：%2</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/whatif/broken.py" line="155"/>
        <source>FIFO order</source>
        <translation>FIFO 次序</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/whatif/broken.py" line="156"/>
        <source>A message lost</source>
        <translation>丢失一条消息</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/whatif/broken.py" line="157"/>
        <source>A message twice</source>
        <translation>消息到达两次</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/whatif/broken.py" line="158"/>
        <source>A process unreachable</source>
        <translation>一个进程不可达</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/whatif/broken.py" line="159"/>
        <source>A process crashes</source>
        <translation>一个进程崩溃</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/whatif/broken.py" line="164"/>
        <source>Break an assumption</source>
        <translation>破坏一个假设</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/whatif/broken.py" line="168"/>
        <source>Break:</source>
        <translation>破坏：</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/whatif/broken.py" line="169"/>
        <source>Keep this as my scenario</source>
        <translation>保留为我的场景</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/whatif/broken.py" line="171"/>
        <location filename="../../snapviz/ui/whatif/broken.py" line="176"/>
        <source>The run as it is</source>
        <translation>现在的运行</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/whatif/broken.py" line="172"/>
        <source>What if</source>
        <translation>假如</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/whatif/broken.py" line="177"/>
        <source>The run with something broken</source>
        <translation>破坏之后的运行</translation>
    </message>
</context>
<context>
    <name>Bubble</name>
    <message>
        <location filename="../../snapviz/ui/tour/bubble.py" line="100"/>
        <source>%1 of %2</source>
        <translation>第 %1 步，共 %2 步</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/tour/bubble.py" line="105"/>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/tour/bubble.py" line="105"/>
        <location filename="../../snapviz/ui/tour/bubble.py" line="164"/>
        <source>End</source>
        <translation>结束</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/tour/bubble.py" line="106"/>
        <source>Tour: %1</source>
        <translation>导览：%1</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/tour/bubble.py" line="161"/>
        <source>Back</source>
        <translation>上一步</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/tour/bubble.py" line="162"/>
        <source>Skip</source>
        <translation>跳过</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/tour/bubble.py" line="163"/>
        <source>The step is done for you</source>
        <translation>这一步由程序替你完成</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/tour/bubble.py" line="165"/>
        <source>Examples</source>
        <translation>示例</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/tour/bubble.py" line="166"/>
        <source>Lessons</source>
        <translation>课程</translation>
    </message>
</context>
<context>
    <name>CentralArea</name>
    <message>
        <location filename="../../snapviz/ui/central.py" line="160"/>
        <source>virtual time %1 – %2 ms</source>
        <translation>虚拟时间 %1 – %2 ms</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/central.py" line="167"/>
        <location filename="../../snapviz/ui/central.py" line="171"/>
        <source>Space–time diagram</source>
        <translation>时空图</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/central.py" line="160"/>
        <source>steps %1 – %2</source>
        <translation>第 %1 – %2 步</translation>
    </message>
</context>
<context>
    <name>Checkpoints</name>
    <message>
        <location filename="../../snapviz/ui/panels/checkpoints_words.py" line="16"/>
        <source>initial state</source>
        <translation>初始状态</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/checkpoints_words.py" line="17"/>
        <source>independent</source>
        <translation>独立</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/checkpoints_words.py" line="18"/>
        <source>coordinated</source>
        <translation>协同</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/checkpoints_words.py" line="19"/>
        <source>forced</source>
        <translation>强制</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/checkpoints_words.py" line="20"/>
        <source>scripted</source>
        <translation>脚本</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/checkpoints_log.py" line="53"/>
        <source>again, sent %1</source>
        <translation>重复，发送于 %1</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/checkpoints_log.py" line="54"/>
        <source>sent %1</source>
        <translation>发送于 %1</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/checkpoints_words.py" line="29"/>
        <source>tentative</source>
        <translation>暂定</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/checkpoints_words.py" line="30"/>
        <source>undone</source>
        <translation>已撤销</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/checkpoints_words.py" line="31"/>
        <source>discarded</source>
        <translation>已丢弃</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/checkpoints_log.py" line="75"/>
        <source>no. %1 from %2, no. %3 at %4</source>
        <translation>%2 发出的第 %1 条，%4 收到的第 %3 条</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/checkpoints_log.py" line="89"/>
        <source>stable</source>
        <translation>已稳定</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/checkpoints_log.py" line="90"/>
        <source>not yet stable</source>
        <translation>尚未稳定</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/checkpoints_log.py" line="91"/>
        <source>in the memory of %1</source>
        <translation>在 %1 的内存中</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/checkpoints_log.py" line="92"/>
        <source>gone with %1</source>
        <translation>已随 %1 丢失</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/checkpoints_log.py" line="93"/>
        <source>known to %1</source>
        <translation>%1 知晓</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/checkpoints_log.py" line="94"/>
        <location filename="../../snapviz/ui/panels/checkpoints_words.py" line="32"/>
        <source>gone</source>
        <translation>已清除</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/checkpoints_log.py" line="98"/>
        <source>known to nobody else yet</source>
        <translation>尚无他人知晓</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/checkpoints_log.py" line="99"/>
        <location filename="../../snapviz/ui/panels/checkpoints_words.py" line="39"/>
        <source>may go</source>
        <translation>可丢弃</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/checkpoints_words.py" line="21"/>
        <source>from a snapshot</source>
        <translation>来自快照</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/checkpoints_words.py" line="33"/>
        <source>lost</source>
        <translation>丢失</translation>
    </message>
</context>
<context>
    <name>CheckpointsPanel</name>
    <message>
        <location filename="../../snapviz/ui/panels/checkpoints.py" line="264"/>
        <source>Received so far: %1</source>
        <translation>至今已接收：%1</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/checkpoints.py" line="185"/>
        <location filename="../../snapviz/ui/panels/checkpoints.py" line="268"/>
        <location filename="../../snapviz/ui/panels/checkpoints.py" line="269"/>
        <source>Checkpoints</source>
        <translation>检查点</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/checkpoints.py" line="271"/>
        <source>process</source>
        <translation>进程</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/checkpoints.py" line="272"/>
        <source>state</source>
        <translation>状态</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/checkpoints.py" line="272"/>
        <source>kind</source>
        <translation>种类</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/checkpoints.py" line="273"/>
        <source>Checkpoints taken so far</source>
        <translation>至今所设置的检查点</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/checkpoints.py" line="284"/>
        <source>This run takes no checkpoint: a process has only its initial state to go to.</source>
        <translation>本次运行未设置检查点：进程只能回到其初始状态。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/checkpoints.py" line="291"/>
        <source>Messages received so far</source>
        <translation>至今已接收的消息</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/checkpoints.py" line="186"/>
        <source>The latest %1 of %2 checkpoints</source>
        <translation>%2 个检查点中最近的 %1 个</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/checkpoints_rows.py" line="37"/>
        <source>%1 · %2 B</source>
        <translation>%1 · %2 B</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/checkpoints_rows.py" line="40"/>
        <source>%1 B</source>
        <translation>%1 B</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/checkpoints.py" line="225"/>
        <location filename="../../snapviz/ui/panels/checkpoints.py" line="286"/>
        <source>Turn on periodic checkpoints</source>
        <translation>开启定期检查点</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/checkpoints.py" line="231"/>
        <location filename="../../snapviz/ui/panels/checkpoints.py" line="290"/>
        <source>Keep a message log</source>
        <translation>保留消息日志</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/checkpoints.py" line="264"/>
        <source>Message log: %1</source>
        <translation>消息日志：%1</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/checkpoints.py" line="270"/>
        <location filename="../../snapviz/ui/panels/checkpoints.py" line="276"/>
        <source>On stable storage</source>
        <translation>稳定存储上的内容</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/checkpoints.py" line="271"/>
        <source>at ms</source>
        <translation>时刻 ms</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/checkpoints.py" line="274"/>
        <source>checkpoints</source>
        <translation>检查点</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/checkpoints.py" line="274"/>
        <source>log</source>
        <translation>日志</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/checkpoints.py" line="274"/>
        <source>together</source>
        <translation>合计</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/checkpoints.py" line="288"/>
        <source>This run keeps no message log: what is received is gone with a crash.</source>
        <translation>本次运行不保留消息日志：已接收的内容会随崩溃丢失。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/checkpoints.py" line="279"/>
        <source>A checkpoint takes the bytes of its state, a log entry those of its message and 24 for who sent it, as which, and as which it was received.</source>
        <translation>一个检查点占用其状态的字节数；一条日志占用其消息的字节数，另加 24 字节，记下由谁、作为第几条发出，以及作为第几条收到。</translation>
    </message>
</context>
<context>
    <name>ClockErrorsPanel</name>
    <message>
        <location filename="../../snapviz/ui/panels/clock_errors.py" line="170"/>
        <location filename="../../snapviz/ui/panels/clock_errors.py" line="217"/>
        <source>Clock errors</source>
        <translation>时钟误差</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/clock_errors.py" line="220"/>
        <location filename="../../snapviz/ui/panels/clock_errors.py" line="221"/>
        <source>Synchronizations, ms</source>
        <translation>同步（ms）</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/clock_errors.py" line="223"/>
        <source>clock</source>
        <translation>时钟</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/clock_errors.py" line="223"/>
        <source>method</source>
        <translation>方法</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/clock_errors.py" line="223"/>
        <source>applied</source>
        <translation>调整</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/clock_errors.py" line="219"/>
        <source>Clock less true time, ms</source>
        <translation>时钟减真实时间，ms</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/clock_errors.py" line="223"/>
        <source>error</source>
        <translation>误差</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/clock_errors.py" line="224"/>
        <source>bound</source>
        <translation>界</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/clock_errors.py" line="211"/>
        <source>All clocks are right, all the time. Drag a clock sideways under the name of its process to set it, and use “%1” to bring clocks together.</source>
        <translation>所有时钟始终准确。在进程名下左右拖动时钟即可设置它，用“%1”让时钟同步。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/clock_errors.py" line="231"/>
        <source>Clock errors over true time</source>
        <translation>时钟误差随真实时间的变化</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/clock_errors.py" line="218"/>
        <source>The plot is on its way…</source>
        <translation>图即将出现…</translation>
    </message>
</context>
<context>
    <name>ClockPlot</name>
    <message>
        <location filename="../../snapviz/ui/panels/clock_errors.py" line="37"/>
        <source>error, ms</source>
        <translation>误差，ms</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/clock_errors.py" line="38"/>
        <source>true time, ms</source>
        <translation>真实时间，ms</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/clock_errors.py" line="39"/>
        <source>◆ synchronized · ● what the sample that counted estimates, ○ the others · bars: half the delay to either side, where the true error must be</source>
        <translation>◆ 同步 · ● 被采用的样本的估计，○ 其他样本 · 竖条：两侧各半个时延，真实误差应在其中</translation>
    </message>
</context>
<context>
    <name>ClockTable</name>
    <message>
        <location filename="../../snapviz/ui/panels/clocks_table.py" line="112"/>
        <source>Lamport %1 · local clock %2 ms (%3)</source>
        <translation>Lamport %1 · 本地时钟 %2 ms（%3）</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/clocks_table.py" line="233"/>
        <source>Lamport</source>
        <translation>Lamport</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/clocks_table.py" line="233"/>
        <source>local ms</source>
        <translation>本地 ms</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/clocks_table.py" line="233"/>
        <source>offset</source>
        <translation>偏移</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/clocks_table.py" line="234"/>
        <source>Clocks of the processes at the play-head</source>
        <translation>播放头处各进程的时钟</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/clocks_table.py" line="109"/>
        <source>Lamport %1</source>
        <translation>Lamport %1</translation>
    </message>
</context>
<context>
    <name>Clocks</name>
    <message>
        <location filename="../../snapviz/ui/panels/clocks_why.py" line="58"/>
        <source>%1 and %2 are concurrent</source>
        <translation>%1 与 %2 并发</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/clocks_why.py" line="61"/>
        <source>%1 happened before %2</source>
        <translation>%1 先于 %2 发生</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/clocks_why.py" line="71"/>
        <source>Both are events of %1, and its entry grew from %2 to %3.</source>
        <translation>两者都是 %1 的事件，其分量从 %2 增至 %3。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/clocks_why.py" line="73"/>
        <source>%1 knows of it: its entry for %2 is %3, at least the %4 that %5 has there.</source>
        <translation>%1 知道它：其 %2 分量为 %3，不小于 %5 在该分量上的 %4。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/clocks_why.py" line="83"/>
        <source>Neither knows of the other: the entry for %1 is %2 at %3 but only %4 at %5, and the entry for %6 is %7 at %5 but only %8 at %3.</source>
        <translation>两者互不知晓：%1 分量在 %3 处为 %2，在 %5 处仅为 %4；%6 分量在 %5 处为 %7，在 %3 处仅为 %8。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/clocks_why.py" line="115"/>
        <source>message %1</source>
        <translation>消息 %1</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/clocks_words.py" line="21"/>
        <source>%1 event %2</source>
        <translation>%1 事件 %2</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/clocks_words.py" line="30"/>
        <source>internal event</source>
        <translation>内部事件</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/clocks_words.py" line="33"/>
        <source>refused: %1 to %2</source>
        <translation>被拒绝：%1 至 %2</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/clocks_words.py" line="43"/>
        <source>send %1 to %2</source>
        <translation>发送 %1 至 %2</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/clocks_words.py" line="44"/>
        <source>send to %1</source>
        <translation>发送至 %1</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/clocks_words.py" line="46"/>
        <source>receive again %1 from %2</source>
        <translation>重复接收 %1，来自 %2</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/clocks_words.py" line="48"/>
        <source>receive %1 from %2</source>
        <translation>接收 %1，来自 %2</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/clocks_words.py" line="49"/>
        <source>receive from %1</source>
        <translation>接收，来自 %1</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/clocks_words.py" line="54"/>
        <source>%1 (undone)</source>
        <translation>%1（已撤销）</translation>
    </message>
</context>
<context>
    <name>ClocksPanel</name>
    <message>
        <location filename="../../snapviz/ui/panels/clocks.py" line="193"/>
        <source>Vector clocks</source>
        <translation>向量时钟</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/clocks.py" line="194"/>
        <source>Events with their vectors</source>
        <translation>事件及其向量</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/clocks.py" line="195"/>
        <source>Events</source>
        <translation>事件</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/clocks.py" line="196"/>
        <source>Clocks at the play-head</source>
        <translation>播放头处的时钟</translation>
    </message>
</context>
<context>
    <name>CloseButton</name>
    <message>
        <location filename="../../snapviz/ui/buttons.py" line="43"/>
        <location filename="../../snapviz/ui/buttons.py" line="44"/>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <location filename="../../snapviz/ui/commands.py" line="179"/>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/commands.py" line="190"/>
        <source>Duplicate %1</source>
        <translation>再制 %1</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/commands.py" line="201"/>
        <source>Duplicate actions</source>
        <translation>再制动作</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/commands.py" line="232"/>
        <source>The workload brought this about; only script actions can be deleted.</source>
        <translation>这是工作负载产生的；只能删除脚本动作。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/commands.py" line="249"/>
        <source>Delete %1</source>
        <translation>删除 %1</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/commands.py" line="252"/>
        <source>Delete channel %1</source>
        <translation>删除通道 %1</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/commands.py" line="253"/>
        <source>Delete action</source>
        <translation>删除动作</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/commands.py" line="253"/>
        <source>Delete actions</source>
        <translation>删除动作</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/commands.py" line="278"/>
        <location filename="../../snapviz/ui/topology/gestures/adding.py" line="57"/>
        <source>Add %1</source>
        <translation>添加%1</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/commands.py" line="285"/>
        <source>Every two processes are connected; add a process first.</source>
        <translation>每两个进程都已连接；请先添加进程。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/commands.py" line="287"/>
        <location filename="../../snapviz/ui/topology/gestures/connecting.py" line="100"/>
        <source>Connect %1 and %2</source>
        <translation>连接 %1 与 %2</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/commands.py" line="306"/>
        <source>A message needs two processes; add another one first.</source>
        <translation>消息需要两个进程；请先再添加一个。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/commands.py" line="309"/>
        <location filename="../../snapviz/ui/topology/gestures/sending.py" line="50"/>
        <source>Send %1 → %2</source>
        <translation>发送 %1 → %2</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/commands.py" line="341"/>
        <source>Snapshot from %1</source>
        <translation>从 %1 发起快照</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/commands.py" line="357"/>
        <source>Checkpoint of %1</source>
        <translation>%1 的检查点</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/commands.py" line="358"/>
        <source>Crash %1</source>
        <translation>使 %1 崩溃</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/commands.py" line="359"/>
        <source>Restart %1</source>
        <translation>重启 %1</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/commands.py" line="376"/>
        <source>Arrange processes</source>
        <translation>排列进程</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/commands.py" line="380"/>
        <source>Align processes</source>
        <translation>对齐进程</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/commands.py" line="384"/>
        <source>Spread processes</source>
        <translation>均布进程</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/commands.py" line="348"/>
        <source>Synchronize clocks with %1</source>
        <translation>与 %1 同步时钟</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/commands.py" line="370"/>
        <source>Roll back to %1 ms</source>
        <translation>回滚到 %1 ms</translation>
    </message>
</context>
<context>
    <name>Compare</name>
    <message>
        <location filename="../../snapviz/ui/studies/compare_table.py" line="52"/>
        <source>control</source>
        <translation>控制</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/studies/compare_table.py" line="53"/>
        <source>Control messages, every hop counted</source>
        <translation>控制消息，每一跳都计入</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/studies/compare_table.py" line="57"/>
        <source>bytes</source>
        <translation>字节</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/studies/compare_table.py" line="58"/>
        <source>Bytes attached to application messages</source>
        <translation>附加在应用消息上的字节</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/studies/compare_table.py" line="62"/>
        <source>time ms</source>
        <translation>用时 ms</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/studies/compare_table.py" line="63"/>
        <source>From the start to completion; unfinished ones count none</source>
        <translation>从开始到完成；未完成的不计</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/studies/compare_table.py" line="67"/>
        <source>held ms</source>
        <translation>扣留 ms</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/studies/compare_table.py" line="68"/>
        <source>How long processes held messages for it, in all</source>
        <translation>各进程为它扣留消息的总时间</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/studies/compare_table.py" line="72"/>
        <source>How long processes were busy saving, in all</source>
        <translation>各进程忙于保存的总时间</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/studies/compare_table.py" line="73"/>
        <source>saving ms</source>
        <translation>保存 ms</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/studies/compare_table.py" line="75"/>
        <source>Messages to gather the parts</source>
        <translation>收集各部分所用的消息</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/studies/compare_table.py" line="76"/>
        <source>gather</source>
        <translation>收集</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/studies/compare_table.py" line="77"/>
        <source>Messages recorded as the states of channels</source>
        <translation>记录为通道状态的消息</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/studies/compare_table.py" line="78"/>
        <source>in transit</source>
        <translation>在途</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/studies/compare_table.py" line="82"/>
        <source>Messages received in a second, against the same run with no snapshot</source>
        <translation>每秒收到的消息，与不做快照的同一次运行相比</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/studies/compare_table.py" line="85"/>
        <source>throughput</source>
        <translation>吞吐量</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/studies/compare_figure.py" line="22"/>
        <location filename="../../snapviz/ui/studies/compare_table.py" line="150"/>
        <source>protocol</source>
        <translation>协议</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/studies/compare_figure.py" line="22"/>
        <location filename="../../snapviz/ui/studies/compare_table.py" line="151"/>
        <source>verdict</source>
        <translation>结论</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/studies/guide_card.py" line="49"/>
        <source>Which one when</source>
        <translation>何时用哪一种</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/studies/compare_figure.py" line="26"/>
        <source>Protocols compared</source>
        <translation>协议比较</translation>
    </message>
</context>
<context>
    <name>ComparePanel</name>
    <message>
        <location filename="../../snapviz/ui/studies/compare.py" line="165"/>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/studies/compare.py" line="165"/>
        <source>Run again</source>
        <translation>重新运行</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/studies/compare.py" line="176"/>
        <source>Open a scenario to compare protocols on its run.</source>
        <translation>打开一个场景，即可在其运行上比较协议。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/studies/compare.py" line="178"/>
        <source>This scenario takes no snapshot, so there is nothing to compare.</source>
        <translation>这个场景不做快照，没有可比较的。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/studies/compare.py" line="182"/>
        <source>Cancelled.</source>
        <translation>已取消。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/studies/compare.py" line="182"/>
        <location filename="../../snapviz/ui/studies/compare.py" line="290"/>
        <source>Comparing…</source>
        <translation>正在比较…</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/studies/compare.py" line="190"/>
        <source>seed %1</source>
        <translation>种子 %1</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/studies/compare.py" line="191"/>
        <source>until %1 ms</source>
        <translation>到 %1 ms</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/studies/compare.py" line="197"/>
        <source>with no snapshot %1 messages received, %2 a second</source>
        <translation>不做快照时收到 %1 条消息，每秒 %2 条</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/studies/compare.py" line="209"/>
        <source>The diagram shows this run under %1</source>
        <translation>图中是 %1 下的这次运行</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/studies/compare.py" line="211"/>
        <source>The scenario has changed; these figures are of before.</source>
        <translation>场景已改变；这些数字是之前的。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/studies/compare.py" line="213"/>
        <source>Click a row to see that run in the diagram</source>
        <translation>点击一行，即可在图中看那次运行</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/studies/compare.py" line="220"/>
        <source>Use this protocol</source>
        <translation>采用此协议</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/studies/compare.py" line="221"/>
        <source>Back to the scenario</source>
        <translation>回到场景</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/studies/compare.py" line="250"/>
        <source>Take snapshots with %1</source>
        <translation>用 %1 做快照</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/studies/compare.py" line="259"/>
        <source>Change the save pause</source>
        <translation>更改保存停顿</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/studies/compare.py" line="282"/>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/studies/compare.py" line="283"/>
        <source>Protocols compared</source>
        <translation>协议比较</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/studies/compare.py" line="284"/>
        <source>Save pause</source>
        <translation>保存停顿</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/studies/compare.py" line="286"/>
        <source>How long a process is busy when it has recorded its state</source>
        <translation>进程记录状态后忙多久</translation>
    </message>
</context>
<context>
    <name>ComparisonCard</name>
    <message>
        <location filename="../../snapviz/ui/panels/clocks_compare.py" line="161"/>
        <source>… %1 more steps …</source>
        <translation>…… 另有 %1 步 ……</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/clocks_compare.py" line="181"/>
        <source>Select %1</source>
        <translation>选择 %1</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/clocks_compare.py" line="186"/>
        <source>Comparison of two events</source>
        <translation>两个事件的比较</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/clocks_compare.py" line="187"/>
        <source>The two vectors</source>
        <translation>两个向量</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/clocks_compare.py" line="189"/>
        <source>Select an event, and a second one with Ctrl held, to compare them.</source>
        <translation>选择一个事件，再按住 Ctrl 选择另一个，即可比较。</translation>
    </message>
</context>
<context>
    <name>ComparisonModel</name>
    <message>
        <location filename="../../snapviz/ui/studies/comparing.py" line="159"/>
        <source>In one of these runs more than %1 things happen; shorten the duration.</source>
        <translation>其中一次运行发生超过 %1 件事；请缩短时长。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/studies/comparing.py" line="209"/>
        <source>Another protocol</source>
        <translation>另一种协议</translation>
    </message>
</context>
<context>
    <name>ComparisonView</name>
    <message>
        <location filename="../../snapviz/ui/branches/comparison.py" line="70"/>
        <source>Comparing…</source>
        <translation>正在比较…</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/branches/comparison.py" line="83"/>
        <source>So far both go on alike. Edit the branch to see what would differ.</source>
        <translation>至今两者走向相同。编辑分支，看看会有何不同。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/branches/comparison.py" line="84"/>
        <source>Events only in the base run: %1; only in “%3”: %2.</source>
        <translation>仅在基础运行中的事件：%1；仅在“%3”中的：%2。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/branches/comparison.py" line="108"/>
        <source>not complete</source>
        <translation>未完成</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/branches/comparison.py" line="109"/>
        <source>consistent</source>
        <translation>一致</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/branches/comparison.py" line="109"/>
        <source>inconsistent</source>
        <translation>不一致</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/branches/comparison.py" line="116"/>
        <location filename="../../snapviz/ui/branches/comparison.py" line="147"/>
        <source>base run</source>
        <translation>基础运行</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/branches/comparison.py" line="116"/>
        <location filename="../../snapviz/ui/branches/comparison.py" line="147"/>
        <source>branch</source>
        <translation>分支</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/branches/comparison.py" line="141"/>
        <source>Branch and base run compared</source>
        <translation>分支与基础运行的比较</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/branches/comparison.py" line="142"/>
        <source>Final states</source>
        <translation>最终状态</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/branches/comparison.py" line="142"/>
        <source>Snapshots</source>
        <translation>快照</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/branches/comparison.py" line="142"/>
        <source>Only here, only there</source>
        <translation>仅此有，仅彼有</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/branches/comparison.py" line="148"/>
        <location filename="../../snapviz/ui/branches/comparison.py" line="151"/>
        <source>process</source>
        <translation>进程</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/branches/comparison.py" line="149"/>
        <source>snapshot</source>
        <translation>快照</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/branches/comparison.py" line="150"/>
        <source>event</source>
        <translation>事件</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/branches/comparison.py" line="151"/>
        <source>ms</source>
        <translation>ms</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/branches/comparison.py" line="151"/>
        <source>only in</source>
        <translation>仅在</translation>
    </message>
</context>
<context>
    <name>ContinuePart</name>
    <message>
        <location filename="../../snapviz/ui/panels/snapshot_continue.py" line="123"/>
        <source>Continue from the copies of %1 without %2 as “%3”</source>
        <translation>在没有 %2 的情况下从 %1 的副本继续，称为“%3”</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/snapshot_continue.py" line="125"/>
        <source>%1 without %2</source>
        <translation>%1，缺 %2</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/snapshot_continue.py" line="141"/>
        <source>A branch from the play-head, in which others take over with the copies</source>
        <translation>从播放头开始的分支：其他进程凭副本接管</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/snapshot_continue.py" line="147"/>
        <source>Who crashes</source>
        <translation>谁崩溃</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/snapshot_continue.py" line="148"/>
        <source>Continue from the copies</source>
        <translation>从副本继续</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/snapshot_continue.py" line="163"/>
        <source>%1 survives: each part is on a process that stays up.</source>
        <translation>%1 得以幸存：每个部分都在某个仍运行的进程上。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/snapshot_continue.py" line="171"/>
        <source>Gone with %1 is what %2 recorded.</source>
        <translation>%2 记录的内容随 %1 一起丢失。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/snapshot_continue.py" line="174"/>
        <source>%1 is not complete here.</source>
        <translation>%1 此时尚未完成。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/snapshot_continue.py" line="175"/>
        <source>%1 is inconsistent: nobody may go on from it.</source>
        <translation>%1 不一致：不能从它继续。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/snapshot_continue.py" line="178"/>
        <source>A recovery has undone what %1 recorded.</source>
        <translation>一次恢复已撤销 %1 所记录的内容。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/snapshot_continue.py" line="181"/>
        <source>Nobody who stays up knows that %1 was committed.</source>
        <translation>仍运行的进程中没有一个知道 %1 已提交。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/snapshot_continue.py" line="184"/>
        <source>Tick who crashes.</source>
        <translation>勾选崩溃的进程。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/snapshot_continue.py" line="185"/>
        <source>The next crash, restart or rollback comes at once: choose another moment.</source>
        <translation>下一次崩溃、重启或回滚紧接着就来：请选另一个时刻。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/snapshot_continue.py" line="189"/>
        <source>The run ends here; take the play-head back to let it go on.</source>
        <translation>运行到此结束；把播放头往回移，才能让它继续。</translation>
    </message>
</context>
<context>
    <name>CostBars</name>
    <message>
        <location filename="../../snapviz/ui/panels/snapshot_cost.py" line="59"/>
        <source>not complete</source>
        <translation>未完成</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/snapshot_cost.py" line="59"/>
        <source>recording</source>
        <translation>记录中</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/snapshot_cost.py" line="67"/>
        <source>1 message</source>
        <translation>1 条消息</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/snapshot_cost.py" line="67"/>
        <source>%1 messages</source>
        <translation>%1 条消息</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/snapshot_cost.py" line="58"/>
        <source>given up</source>
        <translation>已放弃</translation>
    </message>
</context>
<context>
    <name>CostCard</name>
    <message>
        <location filename="../../snapviz/ui/panels/snapshot_cost.py" line="139"/>
        <source>Cost of the snapshots on this run</source>
        <translation>本次运行中各快照的开销</translation>
    </message>
</context>
<context>
    <name>CostRows</name>
    <message>
        <location filename="../../snapviz/ui/panels/recovery_costs.py" line="58"/>
        <source>undone %1</source>
        <translation>撤销 %1</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/recovery_costs.py" line="59"/>
        <source>replayed %1</source>
        <translation>重放 %1</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/recovery_costs.py" line="60"/>
        <source>forced %1</source>
        <translation>强制 %1</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/recovery_costs.py" line="61"/>
        <source>log %1 B</source>
        <translation>日志 %1 B</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/recovery_costs.py" line="68"/>
        <source>delay %1 ms</source>
        <translation>时延 %1 ms</translation>
    </message>
</context>
<context>
    <name>CountsLine</name>
    <message>
        <location filename="../../snapviz/ui/panels/states/counts.py" line="53"/>
        <source>The run is long; snapviz analyze counts what is concurrent in it.</source>
        <translation>这次运行很长；用 snapviz analyze 计算其中的并发关系。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/states/counts.py" line="57"/>
        <source>Width: the most events that are concurrent at once. Direct edges: messages that teach their receiver something new.</source>
        <translation>宽度：同时并发的事件最多有几个。直接边：让接收方得知新情况的消息。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/states/counts.py" line="65"/>
        <source>more than %1</source>
        <translation>多于 %1</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/states/counts.py" line="67"/>
        <source>events %1</source>
        <translation>事件 %1</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/states/counts.py" line="68"/>
        <source>direct edges %1</source>
        <translation>直接边 %1</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/states/counts.py" line="69"/>
        <source>concurrent pairs %1</source>
        <translation>并发事件对 %1</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/states/counts.py" line="70"/>
        <source>longest chain %1</source>
        <translation>最长链 %1</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/states/counts.py" line="71"/>
        <source>width %1</source>
        <translation>宽度 %1</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/states/counts.py" line="72"/>
        <source>consistent cuts %1</source>
        <translation>一致割集 %1</translation>
    </message>
</context>
<context>
    <name>CutStrip</name>
    <message>
        <location filename="../../snapviz/ui/spacetime/cut_strip.py" line="103"/>
        <source>consistent</source>
        <translation>一致</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/spacetime/cut_strip.py" line="103"/>
        <source>inconsistent</source>
        <translation>不一致</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/spacetime/cut_strip.py" line="114"/>
        <source>Nothing is received before the cut that is sent after it</source>
        <translation>没有消息在割集之前接收、却在割集之后发送</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/spacetime/cut_strip.py" line="117"/>
        <source>%1 is received before the cut but sent after it</source>
        <translation>%1 在割集之前接收，却在割集之后发送</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/spacetime/cut_strip.py" line="118"/>
        <source>%1 are received before the cut but sent after it</source>
        <translation>%1 在割集之前接收，却在割集之后发送</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/spacetime/cut_strip.py" line="122"/>
        <source>Nothing is in transit at the cut</source>
        <translation>割集处没有在途消息</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/spacetime/cut_strip.py" line="123"/>
        <source>In transit at the cut: %1</source>
        <translation>割集处在途：%1</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/spacetime/cut_strip.py" line="127"/>
        <source>together %1</source>
        <translation>合计 %1</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/spacetime/cut_strip.py" line="137"/>
        <source>Hand-drawn cut</source>
        <translation>手绘割集</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/spacetime/cut_strip.py" line="138"/>
        <source>Snap to the nearest consistent cut</source>
        <translation>移到最近的一致割集</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/spacetime/cut_strip.py" line="139"/>
        <location filename="../../snapviz/ui/spacetime/cut_strip.py" line="140"/>
        <source>Close the hand-drawn cut</source>
        <translation>关闭手绘割集</translation>
    </message>
</context>
<context>
    <name>DecisionPanel</name>
    <message>
        <location filename="../../snapviz/ui/panels/decision.py" line="42"/>
        <source>copies only</source>
        <translation>仅副本</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/decision.py" line="97"/>
        <source>Nothing is decided in this run. Select a snapshot in the script, and choose copies or an agreement for it in the inspector.</source>
        <translation>这次运行中没有要决定的事。请在脚本中选择一个快照，再在检查器中为它选择副本或协商方式。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/decision.py" line="100"/>
        <source>One moment…</source>
        <translation>请稍候…</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/decision.py" line="103"/>
        <source>Decision</source>
        <translation>决定</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/decision.py" line="104"/>
        <source>Which snapshot</source>
        <translation>哪个快照</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/decision.py" line="105"/>
        <source>The decision step by step</source>
        <translation>逐步讲述的决定</translation>
    </message>
</context>
<context>
    <name>Diagram</name>
    <message>
        <location filename="../../snapviz/ui/spacetime/words.py" line="8"/>
        <source>No processes yet</source>
        <translation>还没有进程</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/spacetime/words.py" line="9"/>
        <source>event</source>
        <translation>事件</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/spacetime/words.py" line="10"/>
        <source>message</source>
        <translation>消息</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/spacetime/words.py" line="11"/>
        <source>marker</source>
        <translation>标记</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/spacetime/words.py" line="12"/>
        <source>control message</source>
        <translation>控制消息</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/spacetime/words.py" line="13"/>
        <source>copy or agreement</source>
        <translation>副本或协商</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/spacetime/words.py" line="14"/>
        <source>state recorded</source>
        <translation>已记录状态</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/spacetime/words.py" line="15"/>
        <source>in transit at the cut</source>
        <translation>割集处的在途消息</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/spacetime/words.py" line="16"/>
        <source>orphan</source>
        <translation>孤儿消息</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/spacetime/words.py" line="17"/>
        <source>in transit, not recorded</source>
        <translation>在途但未记录</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/spacetime/words.py" line="18"/>
        <source>recorded, not in transit</source>
        <translation>已记录但不在途</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/spacetime/words.py" line="19"/>
        <source>lost</source>
        <translation>丢失</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/spacetime/words.py" line="20"/>
        <source>received again</source>
        <translation>重复接收</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/spacetime/words.py" line="21"/>
        <source>refused</source>
        <translation>被拒绝</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/spacetime/words.py" line="22"/>
        <source>drift</source>
        <translation>漂移</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/spacetime/words.py" line="23"/>
        <source>step</source>
        <translation>步</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/spacetime/words.py" line="24"/>
        <source>causal past</source>
        <translation>因果过去</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/spacetime/words.py" line="25"/>
        <source>causal future</source>
        <translation>因果未来</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/spacetime/words.py" line="27"/>
        <source>clock set</source>
        <translation>调整时钟</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/spacetime/words.py" line="28"/>
        <source>seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/spacetime/words.py" line="29"/>
        <source>trace</source>
        <translation>轨迹</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/spacetime/words.py" line="30"/>
        <source>consistent</source>
        <translation>一致</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/spacetime/words.py" line="31"/>
        <source>inconsistent</source>
        <translation>不一致</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/spacetime/words.py" line="32"/>
        <source>orphans</source>
        <translation>孤儿消息</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/spacetime/words.py" line="33"/>
        <source>missing</source>
        <translation>缺失</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/spacetime/words.py" line="34"/>
        <source>extra</source>
        <translation>多余</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/spacetime/words.py" line="35"/>
        <source>recording</source>
        <translation>记录中</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/spacetime/words.py" line="36"/>
        <source>complete</source>
        <translation>完成</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/spacetime/words.py" line="37"/>
        <source>aborted</source>
        <translation>已中止</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/spacetime/words.py" line="38"/>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/topology/words.py" line="10"/>
        <source>not FIFO</source>
        <translation>非 FIFO</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/topology/words.py" line="11"/>
        <source>may lose messages</source>
        <translation>可能丢失消息</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/spacetime/words.py" line="39"/>
        <source>checkpoint</source>
        <translation>检查点</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/spacetime/words.py" line="40"/>
        <source>scripted checkpoint</source>
        <translation>脚本检查点</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/spacetime/words.py" line="41"/>
        <source>independent checkpoint</source>
        <translation>独立检查点</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/spacetime/words.py" line="42"/>
        <source>coordinated checkpoint</source>
        <translation>协调检查点</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/spacetime/words.py" line="43"/>
        <source>forced checkpoint</source>
        <translation>强制检查点</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/spacetime/words.py" line="44"/>
        <source>crash</source>
        <translation>崩溃</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/spacetime/words.py" line="45"/>
        <source>restart</source>
        <translation>重启</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/spacetime/words.py" line="46"/>
        <source>put back</source>
        <translation>退回</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/spacetime/words.py" line="47"/>
        <source>recovery line</source>
        <translation>恢复线</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/spacetime/words.py" line="48"/>
        <source>undone</source>
        <translation>已撤销</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/spacetime/words.py" line="49"/>
        <source>undone message</source>
        <translation>已撤销的消息</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/spacetime/words.py" line="50"/>
        <source>undone orphan</source>
        <translation>已撤销的孤儿消息</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/spacetime/words.py" line="51"/>
        <source>waits</source>
        <translation>等待</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/spacetime/words.py" line="52"/>
        <source>recalled</source>
        <translation>作废</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/spacetime/words.py" line="53"/>
        <source>delivered again</source>
        <translation>再次送达</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/spacetime/words.py" line="54"/>
        <source>on {process}</source>
        <translation>在 {process} 上</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/spacetime/words.py" line="55"/>
        <source>down</source>
        <translation>已停机</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/spacetime/words.py" line="56"/>
        <source>vote or acknowledgement</source>
        <translation>投票或确认</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/spacetime/words.py" line="57"/>
        <source>leader</source>
        <translation>领导者</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/spacetime/words.py" line="58"/>
        <source>candidate</source>
        <translation>候选者</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/spacetime/words.py" line="59"/>
        <source>follower</source>
        <translation>跟随者</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/spacetime/words.py" line="60"/>
        <source>asks</source>
        <translation>请求</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/spacetime/words.py" line="61"/>
        <source>proposes</source>
        <translation>提议</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/spacetime/words.py" line="62"/>
        <source>promised</source>
        <translation>已承诺</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/spacetime/words.py" line="63"/>
        <source>accepted</source>
        <translation>已接受</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/spacetime/words.py" line="64"/>
        <source>prepared</source>
        <translation>已准备</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/spacetime/words.py" line="65"/>
        <source>blocked</source>
        <translation>阻塞</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/spacetime/words.py" line="66"/>
        <source>blocked, waits for {process}</source>
        <translation>阻塞，等待 {process}</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/spacetime/words.py" line="67"/>
        <source>term {number}</source>
        <translation>任期 {number}</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/spacetime/words.py" line="68"/>
        <source>committed</source>
        <translation>已提交</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/spacetime/words.py" line="69"/>
        <source>network parted</source>
        <translation>网络分区</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/topology/words.py" line="12"/>
        <source>cut off</source>
        <translation>已切断</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/spacetime/words.py" line="26"/>
        <source>pinned arrival</source>
        <translation>固定的到达时间</translation>
    </message>
</context>
<context>
    <name>DifferenceTools</name>
    <message>
        <location filename="../../snapviz/ui/panels/differences/taking.py" line="68"/>
        <source>1 difference is on the clipboard.</source>
        <translation>1 处差异已复制到剪贴板。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/differences/taking.py" line="70"/>
        <source>%1 differences are on the clipboard.</source>
        <translation>%1 处差异已复制到剪贴板。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/differences/taking.py" line="77"/>
        <source>Export what differs</source>
        <translation>导出差异</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/differences/taking.py" line="90"/>
        <source>Wrote %1</source>
        <translation>已写入 %1</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/differences/taking.py" line="94"/>
        <source>That cannot be written.</source>
        <translation>无法写入。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/differences/taking.py" line="99"/>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/differences/taking.py" line="100"/>
        <source>Put the table on the clipboard, as text</source>
        <translation>将表格以文本形式放到剪贴板</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/differences/taking.py" line="101"/>
        <source>CSV…</source>
        <translation>CSV…</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/differences/taking.py" line="102"/>
        <source>Export the table as CSV</source>
        <translation>把表格导出为 CSV</translation>
    </message>
</context>
<context>
    <name>Differences</name>
    <message>
        <location filename="../../snapviz/ui/panels/differences/rows.py" line="116"/>
        <source>only here</source>
        <translation>仅此处</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/differences/rows.py" line="117"/>
        <source>only there</source>
        <translation>仅彼处</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/differences/rows.py" line="118"/>
        <source>moved</source>
        <translation>移动</translation>
    </message>
</context>
<context>
    <name>DifferencesPanel</name>
    <message>
        <location filename="../../snapviz/ui/panels/differences/panel.py" line="136"/>
        <location filename="../../snapviz/ui/panels/differences/panel.py" line="238"/>
        <source>Compare with</source>
        <translation>比较对象</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/differences/panel.py" line="157"/>
        <source>(no label)</source>
        <translation>（无标签）</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/differences/panel.py" line="160"/>
        <source>another seed</source>
        <translation>另一种子</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/differences/panel.py" line="163"/>
        <source>another file…</source>
        <translation>另一个文件…</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/differences/panel.py" line="212"/>
        <source>%1 differences</source>
        <translation>%1 处差异</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/differences/panel.py" line="217"/>
        <source>Choose another run to compare this one with, event by event.</source>
        <translation>选择另一次运行，与此运行逐个事件比较。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/differences/panel.py" line="220"/>
        <source>Nothing differs.</source>
        <translation>没有差异。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/differences/panel.py" line="224"/>
        <source>%1 events are the same; %2 only here, %3 only there, %4 moved.</source>
        <translation>%1 个事件相同；%2 个仅此处有，%3 个仅彼处有，%4 个移动。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/differences/panel.py" line="237"/>
        <source>Differences</source>
        <translation>差异</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/differences/panel.py" line="239"/>
        <source>The other run</source>
        <translation>另一次运行</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/differences/panel.py" line="241"/>
        <source>Seed of the other run</source>
        <translation>另一次运行的种子</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/differences/panel.py" line="242"/>
        <source>What differs</source>
        <translation>差异内容</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/differences/panel.py" line="243"/>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/differences/panel.py" line="244"/>
        <source>Comparing</source>
        <translation>正在比较</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/differences/panel.py" line="240"/>
        <source>choose a run…</source>
        <translation>另一次运行</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/differences/panel.py" line="212"/>
        <source>1 difference</source>
        <translation>1 处差异</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/differences/panel.py" line="225"/>
        <source>%1 event is the same; %2 only here, %3 only there, %4 moved.</source>
        <translation>%1 个事件相同；%2 个仅此处有，%3 个仅彼处有，%4 个移动。</translation>
    </message>
</context>
<context>
    <name>Docks</name>
    <message>
        <location filename="../../snapviz/ui/main_window.py" line="35"/>
        <source>Topology</source>
        <translation>拓扑</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/main_window.py" line="36"/>
        <source>Script</source>
        <translation>脚本</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/main_window.py" line="37"/>
        <source>About</source>
        <translation>说明</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/main_window.py" line="39"/>
        <source>Snapshots</source>
        <translation>快照</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/main_window.py" line="40"/>
        <source>Vector clocks</source>
        <translation>向量时钟</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/main_window.py" line="41"/>
        <source>Checkpoints</source>
        <translation>检查点</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/main_window.py" line="42"/>
        <source>Recovery</source>
        <translation>恢复</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/main_window.py" line="44"/>
        <source>Inspector</source>
        <translation>检查器</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/main_window.py" line="43"/>
        <source>Clock errors</source>
        <translation>时钟误差</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/main_window.py" line="47"/>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/main_window.py" line="48"/>
        <source>Sweep</source>
        <translation>扫描</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/main_window.py" line="38"/>
        <source>Lessons</source>
        <translation>课程</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/main_window.py" line="45"/>
        <source>Decision</source>
        <translation>决定</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/main_window.py" line="49"/>
        <source>Global states</source>
        <translation>全局状态</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/main_window.py" line="50"/>
        <source>Differences</source>
        <translation>差异</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/main_window.py" line="46"/>
        <source>Narrator</source>
        <translation>解说</translation>
    </message>
</context>
<context>
    <name>Editor</name>
    <message>
        <location filename="../../snapviz/ui/editor.py" line="295"/>
        <source>That cannot be done.</source>
        <translation>无法这样做。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/editor.py" line="368"/>
        <source>That cannot be run.</source>
        <translation>无法运行。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/editor.py" line="306"/>
        <source>Only the script from %2 ms on is the own of the branch “%1”; switch to the base run to change anything else.</source>
        <translation>分支“%1”自己的只有 %2 ms 起的脚本；要改其他内容，请切换到基础运行。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/editor.py" line="311"/>
        <source>What happens before %2 ms is shared by the branch “%1” and the base run; switch to the base run to change it.</source>
        <translation>%2 ms 之前发生的事由分支“%1”与基础运行共有；要更改，请切换到基础运行。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/editor.py" line="300"/>
        <source>A log has happened already and cannot be changed; open or start a scenario.</source>
        <translation>日志已经发生，不能更改；请打开或新建一个场景。</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <location filename="../../snapviz/ui/dialogs/export.py" line="137"/>
        <location filename="../../snapviz/ui/dialogs/export.py" line="239"/>
        <source>Export the diagram</source>
        <translation>导出时空图</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/dialogs/export.py" line="196"/>
        <source>The picture was not written.</source>
        <translation>图片未能写入。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/dialogs/export.py" line="182"/>
        <source>Wrote %1</source>
        <translation>已写入 %1</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/dialogs/export.py" line="183"/>
        <source>Show the folder</source>
        <translation>打开所在文件夹</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/dialogs/export.py" line="224"/>
        <source>%1 × %2 pixels, %3 frames</source>
        <translation>%1 × %2 像素，%3 帧</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/dialogs/export.py" line="226"/>
        <source>%1 × %2 pixels, %3 inches</source>
        <translation>%1 × %2 像素，%3 英寸</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/dialogs/export.py" line="241"/>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/dialogs/export.py" line="242"/>
        <source>Writing</source>
        <translation>正在写入</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/dialogs/export.py" line="244"/>
        <source>&amp;Save picture…</source>
        <translation>保存图片(&amp;S)…</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/dialogs/export.py" line="244"/>
        <source>&amp;Save film…</source>
        <translation>保存动画(&amp;S)…</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/dialogs/export.py" line="246"/>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/dialogs/export.py" line="246"/>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/dialogs/export.py" line="137"/>
        <source>Export the run</source>
        <translation>导出运行</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/dialogs/export.py" line="194"/>
        <source>The file was not written.</source>
        <translation>文件未写出。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/dialogs/export.py" line="245"/>
        <source>&amp;Save file…</source>
        <translation>保存文件(&amp;S)…</translation>
    </message>
</context>
<context>
    <name>ExportForm</name>
    <message>
        <location filename="../../snapviz/ui/dialogs/export_form.py" line="222"/>
        <source>&amp;Format</source>
        <translation>格式(&amp;F)</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/dialogs/export_form.py" line="223"/>
        <source>&amp;Theme</source>
        <translation>主题(&amp;T)</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/dialogs/export_form.py" line="224"/>
        <source>&amp;Part</source>
        <translation>范围(&amp;P)</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/dialogs/export_form.py" line="225"/>
        <source>&amp;Width</source>
        <translation>宽度(&amp;W)</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/dialogs/export_form.py" line="226"/>
        <source>&amp;Dots per inch</source>
        <translation>每英寸点数(&amp;D)</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/dialogs/export_form.py" line="227"/>
        <source>D&amp;uration</source>
        <translation>时长(&amp;U)</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/dialogs/export_form.py" line="228"/>
        <source>Frames p&amp;er second</source>
        <translation>每秒帧数(&amp;E)</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/dialogs/export_form.py" line="229"/>
        <source>Futu&amp;re</source>
        <translation>未来(&amp;R)</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/dialogs/export_form.py" line="230"/>
        <source> px</source>
        <translation> 像素</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/dialogs/export_form.py" line="231"/>
        <source> s</source>
        <translation> 秒</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/dialogs/export_form.py" line="232"/>
        <source>MP4 needs an encoder, which is not installed. Install it with: %1</source>
        <translation>导出 MP4 需要编码器，尚未安装。安装命令：%1</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/dialogs/export_form.py" line="234"/>
        <source>&amp;Legend</source>
        <translation>图例(&amp;L)</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/dialogs/export_form.py" line="235"/>
        <source>&amp;Caption with title, seed and verdict</source>
        <translation>说明：标题、种子与判定(&amp;C)</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/dialogs/export_form.py" line="237"/>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/dialogs/export_form.py" line="237"/>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/dialogs/export_form.py" line="239"/>
        <source>Whole run</source>
        <translation>整个运行</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/dialogs/export_form.py" line="239"/>
        <source>What the window shows</source>
        <translation>窗口中显示的部分</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/dialogs/export_form.py" line="241"/>
        <source>Shown</source>
        <translation>显示</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/dialogs/export_form.py" line="241"/>
        <source>Faint</source>
        <translation>淡化</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/dialogs/export_form.py" line="241"/>
        <source>Hidden</source>
        <translation>隐藏</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/dialogs/export_form.py" line="236"/>
        <source>&amp;Votes and acknowledgements</source>
        <translation>投票与确认(&amp;V)</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/dialogs/export_form.py" line="249"/>
        <source>Every event with its vector clock, as ShiViz reads it. It can be opened again.</source>
        <translation>每个事件及其向量时钟，ShiViz 可以直接读取。文件可以再打开。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/dialogs/export_form.py" line="252"/>
        <source>A line for each event, with its message and vector clock. It can be opened again.</source>
        <translation>每个事件一行，附消息和向量时钟。文件可以再打开。</translation>
    </message>
</context>
<context>
    <name>Fates</name>
    <message>
        <location filename="../../snapviz/ui/fates.py" line="32"/>
        <source>undone by the recovery at %1 ms</source>
        <translation>被 %1 ms 的恢复撤销</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/fates.py" line="45"/>
        <source>delivered again by the recovery at %1 ms</source>
        <translation>在 %1 ms 的恢复中再次送达</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/fates.py" line="58"/>
        <source>waits for its receiver, which is down, since %1 ms</source>
        <translation>接收方停机，自 %1 ms 起等待</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/fates.py" line="60"/>
        <source>waited for its receiver, which was down, from %1 to %2 ms</source>
        <translation>接收方停机，从 %1 等待到 %2 ms</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/fates.py" line="71"/>
        <source>lost by the recovery at %1 ms, which undid its receive</source>
        <translation>%1 ms 的恢复撤销了其接收，消息丢失</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/fates.py" line="73"/>
        <source>lost at %1 ms, because its receiver was down</source>
        <translation>接收方停机，于 %1 ms 丢失</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/fates.py" line="81"/>
        <source>never sent after all: the recovery at %1 ms undid its send</source>
        <translation>作废：%1 ms 的恢复撤销了其发送</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/fates.py" line="85"/>
        <source>its receive was undone by the recovery at %1 ms</source>
        <translation>其接收被 %1 ms 的恢复撤销</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/fates.py" line="98"/>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/fates.py" line="104"/>
        <source>%1 crashes</source>
        <translation>%1 崩溃</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/fates.py" line="105"/>
        <source>%1 restarts</source>
        <translation>%1 重启</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/fates.py" line="106"/>
        <source>%1 is put back</source>
        <translation>%1 被退回</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/fates.py" line="110"/>
        <source>on %1</source>
        <translation>在 %1 上</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/fates.py" line="117"/>
        <source>%1: checkpoint %2, %3</source>
        <translation>%1：检查点 %2，%3</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/fates.py" line="121"/>
        <source>tentative: no recovery may use it yet</source>
        <translation>暂定：尚不可用于恢复</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/fates.py" line="123"/>
        <source>discarded or undone at %1 ms</source>
        <translation>于 %1 ms 被丢弃或撤销</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/fates.py" line="124"/>
        <source>discarded as garbage at %1 ms</source>
        <translation>于 %1 ms 作为垃圾丢弃</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/fates.py" line="136"/>
        <source>scripted</source>
        <translation>脚本</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/fates.py" line="137"/>
        <source>independent</source>
        <translation>独立</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/fates.py" line="138"/>
        <source>coordinated</source>
        <translation>协调</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/fates.py" line="139"/>
        <source>forced</source>
        <translation>强制</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/fates.py" line="140"/>
        <source>initial</source>
        <translation>初始</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/fates.py" line="141"/>
        <source>from a snapshot</source>
        <translation>来自快照</translation>
    </message>
</context>
<context>
    <name>Fields</name>
    <message>
        <location filename="../../snapviz/ui/fields/duration.py" line="26"/>
        <location filename="../../snapviz/ui/fields/numbers.py" line="25"/>
        <source>A number is missing here.</source>
        <translation>此处缺少一个数。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/fields/duration.py" line="60"/>
        <source>fixed</source>
        <translation>固定</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/fields/duration.py" line="61"/>
        <source>uniform</source>
        <translation>均匀</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/fields/duration.py" line="62"/>
        <source>exponential</source>
        <translation>指数</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/fields/duration.py" line="63"/>
        <source>normal</source>
        <translation>正态</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/fields/duration.py" line="64"/>
        <source>measured</source>
        <translation>实测</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/fields/duration.py" line="146"/>
        <source>The lower one comes first.</source>
        <translation>较小的数在前。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/fields/free.py" line="26"/>
        <source>“%1” is not complete JSON.</source>
        <translation>“%1”不是完整的 JSON。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/fields/free.py" line="34"/>
        <source>A value is missing here.</source>
        <translation>此处缺少一个值。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/fields/free.py" line="53"/>
        <source>An amount is a whole number from 0.</source>
        <translation>金额是从 0 起的整数。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/fields/free.py" line="80"/>
        <source>Every group needs a process, as in “P1 P2 | P3”.</source>
        <translation>每一组至少要有一个进程，例如“P1 P2 | P3”。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/fields/line.py" line="151"/>
        <source>This cannot be empty.</source>
        <translation>此处不能为空。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/fields/numbers.py" line="28"/>
        <source>“%1” is not a number.</source>
        <translation>“%1”不是数。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/fields/numbers.py" line="36"/>
        <source>This cannot be negative.</source>
        <translation>此处不能为负。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/fields/numbers.py" line="37"/>
        <source>At least %1 is needed.</source>
        <translation>不得小于 %1。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/fields/numbers.py" line="39"/>
        <source>At most %1 is allowed.</source>
        <translation>不得大于 %1。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/fields/numbers.py" line="46"/>
        <source>At most 3 decimals are kept.</source>
        <translation>最多保留 3 位小数。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/fields/numbers.py" line="116"/>
        <source>A whole number is needed.</source>
        <translation>此处需要整数。</translation>
    </message>
</context>
<context>
    <name>FigureTools</name>
    <message>
        <location filename="../../snapviz/ui/figure_tools.py" line="75"/>
        <source>The figure is on the clipboard.</source>
        <translation>图已在剪贴板上。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/figure_tools.py" line="83"/>
        <source>Export the figure</source>
        <translation>导出图</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/figure_tools.py" line="104"/>
        <source>Wrote %1</source>
        <translation>已写入 %1</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/figure_tools.py" line="108"/>
        <source>That cannot be written.</source>
        <translation>无法写入。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/figure_tools.py" line="111"/>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/figure_tools.py" line="112"/>
        <source>Put the figure on the clipboard, as an image</source>
        <translation>把图作为图像放到剪贴板</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/figure_tools.py" line="113"/>
        <source>Figure…</source>
        <translation>图…</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/figure_tools.py" line="114"/>
        <source>Export the figure as PNG, SVG or PDF</source>
        <translation>把图导出为 PNG、SVG 或 PDF</translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message>
        <location filename="../../snapviz/ui/files.py" line="127"/>
        <source>%1 was not opened.</source>
        <translation>未能打开 %1。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/files.py" line="172"/>
        <source>%1 was not saved; what was there before is unchanged.</source>
        <translation>未能保存 %1；原有内容保持不变。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/files.py" line="178"/>
        <source>Saved %1</source>
        <translation>已保存 %1</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/files.py" line="192"/>
        <source>%1 was not written.</source>
        <translation>未写入 %1。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/files.py" line="194"/>
        <source>Wrote %1</source>
        <translation>已写入 %1</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/files.py" line="209"/>
        <source>Open a scenario</source>
        <translation>打开场景</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/files.py" line="244"/>
        <source>Export the topology</source>
        <translation>导出拓扑</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/files.py" line="231"/>
        <source>Scenarios (%1)</source>
        <translation>场景 (%1)</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/files.py" line="215"/>
        <location filename="../../snapviz/ui/files.py" line="243"/>
        <source>GraphML files (%1)</source>
        <translation>GraphML 文件 (%1)</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/files.py" line="216"/>
        <source>Import a topology</source>
        <translation>导入拓扑</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/files.py" line="224"/>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/files.py" line="232"/>
        <source>Save the scenario</source>
        <translation>保存场景</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/files.py" line="162"/>
        <source>A log is no scenario and is not saved; File &gt; Export writes it anew.</source>
        <translation>日志不是场景，不会被保存；“文件 &gt; 导出”可将它重新写出。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/files.py" line="208"/>
        <source>Scenarios and logs (%1)</source>
        <translation>场景和日志 (%1)</translation>
    </message>
</context>
<context>
    <name>ForecastCard</name>
    <message>
        <location filename="../../snapviz/ui/panels/recovery_forecast.py" line="122"/>
        <source>stays</source>
        <translation>不动</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/recovery_forecast.py" line="141"/>
        <source>Tick who crashes, to see what a restart would undo.</source>
        <translation>勾选谁崩溃，看看重启会撤销什么。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/recovery_forecast.py" line="165"/>
        <source>Crash it here</source>
        <translation>在此处使其崩溃</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/recovery_forecast.py" line="170"/>
        <source>What if these crash now?</source>
        <translation>如果这些进程现在崩溃？</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/recovery_forecast.py" line="171"/>
        <source>goes back to</source>
        <translation>退回到</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/recovery_forecast.py" line="171"/>
        <source>undone</source>
        <translation>撤销</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/recovery_forecast.py" line="172"/>
        <source>process</source>
        <translation>进程</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/recovery_forecast.py" line="172"/>
        <source>replayed</source>
        <translation>重放</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/recovery_forecast.py" line="172"/>
        <source>state</source>
        <translation>状态</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/recovery_forecast.py" line="174"/>
        <source>What a restart would undo</source>
        <translation>重启将撤销的内容</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/recovery_forecast.py" line="175"/>
        <source>Which interval between checkpoints undoes which</source>
        <translation>检查点之间的哪个区间会撤销哪个区间</translation>
    </message>
</context>
<context>
    <name>Glimpse</name>
    <message>
        <location filename="../../snapviz/ui/glimpse.py" line="72"/>
        <source>the diagram before</source>
        <translation>之前的图</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/glimpse.py" line="87"/>
        <source>The whole run is there, %1 ms of it.</source>
        <translation>整个运行已就绪，共 %1 毫秒。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/glimpse.py" line="89"/>
        <source>Show all of it</source>
        <translation>显示全部</translation>
    </message>
</context>
<context>
    <name>Handout</name>
    <message>
        <location filename="../../snapviz/ui/lessons/handout_words.py" line="14"/>
        <source>Name:</source>
        <translation>姓名：</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/handout_words.py" line="15"/>
        <source>key</source>
        <translation>答案</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/handout_words.py" line="16"/>
        <source>To be done in the window.</source>
        <translation>在窗口中完成。</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <location filename="../../snapviz/ui/help/words.py" line="18"/>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/help/words.py" line="19"/>
        <source>Command</source>
        <translation>命令</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/help/words.py" line="20"/>
        <source>What it does</source>
        <translation>作用</translation>
    </message>
</context>
<context>
    <name>HelpWindow</name>
    <message>
        <location filename="../../snapviz/ui/help/window.py" line="216"/>
        <source>none found</source>
        <translation>未找到</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/help/window.py" line="218"/>
        <source>the first %1</source>
        <translation>前 %1 处</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/help/window.py" line="220"/>
        <source>%1 found</source>
        <translation>找到 %1 处</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/help/window.py" line="246"/>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/help/window.py" line="247"/>
        <source>Find in the help</source>
        <translation>在帮助中查找</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/help/window.py" line="248"/>
        <source>Words to be found in the help</source>
        <translation>要在帮助中查找的词语</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/help/window.py" line="249"/>
        <source>Contents</source>
        <translation>目录</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/help/window.py" line="250"/>
        <source>What was found</source>
        <translation>找到的内容</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/help/window.py" line="251"/>
        <source>Page of the help</source>
        <translation>帮助的页面</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/help/window.py" line="253"/>
        <source>Back (Alt+Left)</source>
        <translation>后退 (Alt+Left)</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/help/window.py" line="253"/>
        <source>Forward (Alt+Right)</source>
        <translation>前进 (Alt+Right)</translation>
    </message>
</context>
<context>
    <name>Inspector</name>
    <message>
        <location filename="../../snapviz/ui/panels/inspector/action.py" line="131"/>
        <location filename="../../snapviz/ui/panels/inspector/message.py" line="97"/>
        <source>Selected: %1</source>
        <translation>所选：%1</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/inspector/action.py" line="159"/>
        <location filename="../../snapviz/ui/panels/inspector/event.py" line="136"/>
        <source>event %1 of %2</source>
        <translation>%2 的第 %1 个事件</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/inspector/action.py" line="163"/>
        <location filename="../../snapviz/ui/panels/inspector/message.py" line="121"/>
        <location filename="../../snapviz/ui/panels/inspector/snapshot.py" line="78"/>
        <source>snapshot %1</source>
        <translation>快照 %1</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/inspector/action.py" line="166"/>
        <source>message</source>
        <translation>消息</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/inspector/action.py" line="175"/>
        <source>row in the script</source>
        <translation>脚本中的行</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/inspector/channel.py" line="35"/>
        <source>FIFO</source>
        <translation>FIFO</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/inspector/channel.py" line="36"/>
        <source>delay</source>
        <translation>时延</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/inspector/channel.py" line="37"/>
        <source>loss</source>
        <translation>丢失率</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/inspector/channel.py" line="38"/>
        <source>duplication</source>
        <translation>重复率</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/inspector/channel.py" line="39"/>
        <source>receiver down</source>
        <translation>接收方停机时</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/inspector/channel.py" line="69"/>
        <source>Channel %1</source>
        <translation>通道 %1</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/inspector/channel.py" line="80"/>
        <source>back: %1</source>
        <translation>反向：%1</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/inspector/channel.py" line="84"/>
        <source>add %1</source>
        <translation>添加 %1</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/inspector/channel.py" line="89"/>
        <source>Connect %1 and %2</source>
        <translation>连接 %1 与 %2</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/inspector/channel.py" line="103"/>
        <location filename="../../snapviz/ui/panels/inspector/log.py" line="35"/>
        <source>messages: %1</source>
        <translation>消息：%1</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/inspector/channel.py" line="105"/>
        <source>markers: %1</source>
        <translation>标记：%1</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/inspector/channel.py" line="107"/>
        <source>lost: %1</source>
        <translation>丢失：%1</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/inspector/event.py" line="37"/>
        <location filename="../../snapviz/ui/panels/inspector/message.py" line="51"/>
        <location filename="../../snapviz/ui/panels/inspector/snapshot.py" line="33"/>
        <source>In the script</source>
        <translation>在脚本中</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/inspector/event.py" line="52"/>
        <source>Selected: %1, event %2 of %3</source>
        <translation>所选：%1，%3 的第 %2 个事件</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/inspector/event.py" line="72"/>
        <source>message %1</source>
        <translation>消息 %1</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/inspector/event.py" line="113"/>
        <source>%1 and %2 are concurrent</source>
        <translation>%1 与 %2 并发</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/inspector/event.py" line="114"/>
        <source>No chain of messages leads from one to the other.</source>
        <translation>没有任何消息链从其中一个通向另一个。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/inspector/event.py" line="116"/>
        <source>%1 happened before %2</source>
        <translation>%1 先于 %2 发生</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/inspector/event.py" line="132"/>
        <source>because of %1</source>
        <translation>依据：%1</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/inspector/form.py" line="201"/>
        <location filename="../../snapviz/ui/panels/inspector/state.py" line="97"/>
        <source>Change %1 of %2</source>
        <translation>更改 %2 的%1</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/inspector/form.py" line="202"/>
        <source>Change %1</source>
        <translation>更改%1</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/inspector/message.py" line="43"/>
        <source>received</source>
        <translation>接收</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/inspector/message.py" line="65"/>
        <source>It is sent at %1 ms and cannot arrive before.</source>
        <translation>它在 %1 ms 发送，不能在此之前到达。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/inspector/message.py" line="88"/>
        <source>sent by the workload</source>
        <translation>由工作负载发送</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/inspector/message.py" line="99"/>
        <source>Selected: message %1</source>
        <translation>所选：消息 %1</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/inspector/message.py" line="111"/>
        <source>channel %1</source>
        <translation>通道 %1</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/inspector/message.py" line="124"/>
        <source>let it travel freely</source>
        <translation>取消固定到达时间</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/inspector/message.py" line="134"/>
        <source>Let %1 travel freely</source>
        <translation>取消固定 %1 的到达时间</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/inspector/panel.py" line="174"/>
        <source>Inspector</source>
        <translation>检查器</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/inspector/process.py" line="35"/>
        <source>name</source>
        <translation>名称</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/inspector/process.py" line="46"/>
        <location filename="../../snapviz/ui/panels/inspector/process.py" line="156"/>
        <source>balance</source>
        <translation>余额</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/inspector/process.py" line="47"/>
        <source>token</source>
        <translation>令牌</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/inspector/process.py" line="59"/>
        <source>Other state</source>
        <translation>其他状态</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/inspector/log.py" line="55"/>
        <location filename="../../snapviz/ui/panels/inspector/process.py" line="61"/>
        <source>Channels</source>
        <translation>通道</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/inspector/process.py" line="68"/>
        <location filename="../../snapviz/ui/panels/inspector/process.py" line="163"/>
        <source>clock offset</source>
        <translation>时钟偏移</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/inspector/process.py" line="72"/>
        <location filename="../../snapviz/ui/panels/inspector/process.py" line="171"/>
        <source>clock drift</source>
        <translation>时钟漂移</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/inspector/log.py" line="69"/>
        <location filename="../../snapviz/ui/panels/inspector/process.py" line="129"/>
        <source>Process %1</source>
        <translation>进程 %1</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/inspector/process.py" line="153"/>
        <location filename="../../snapviz/ui/panels/inspector/process.py" line="211"/>
        <source>various</source>
        <translation>各不相同</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/inspector/process.py" line="207"/>
        <source>%1 processes: %2</source>
        <translation>%1 个进程：%2</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/inspector/scenario.py" line="27"/>
        <location filename="../../snapviz/ui/words.py" line="48"/>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/inspector/scenario.py" line="28"/>
        <source>bank transfers</source>
        <translation>银行转账</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/inspector/scenario.py" line="29"/>
        <source>one token</source>
        <translation>单令牌</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/inspector/scenario.py" line="40"/>
        <source>Scenario</source>
        <translation>场景</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/inspector/scenario.py" line="43"/>
        <source>title</source>
        <translation>标题</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/inspector/scenario.py" line="57"/>
        <source>description</source>
        <translation>说明</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/inspector/scenario.py" line="44"/>
        <source>seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/inspector/scenario.py" line="47"/>
        <source>duration</source>
        <translation>时长</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/inspector/scenario.py" line="67"/>
        <source>Workload</source>
        <translation>工作负载</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/inspector/scenario.py" line="80"/>
        <source>discard garbage</source>
        <translation>丢弃垃圾</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/inspector/scenario.py" line="116"/>
        <source>kind</source>
        <translation>种类</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/inspector/scenario.py" line="120"/>
        <location filename="../../snapviz/ui/panels/inspector/scenario.py" line="147"/>
        <source>workload</source>
        <translation>工作负载</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/inspector/scenario.py" line="78"/>
        <location filename="../../snapviz/ui/panels/inspector/scenario.py" line="124"/>
        <source>interval</source>
        <translation>间隔</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/inspector/scenario.py" line="138"/>
        <source>least amount</source>
        <translation>最小金额</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/inspector/scenario.py" line="139"/>
        <source>most amount</source>
        <translation>最大金额</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/inspector/snapshot.py" line="52"/>
        <source>Selected: snapshot %1</source>
        <translation>所选：快照 %1</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/inspector/snapshot.py" line="54"/>
        <source>Selected: %1 in snapshot %2</source>
        <translation>所选：快照 %2 中的 %1</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/inspector/state.py" line="110"/>
        <location filename="../../snapviz/ui/panels/inspector/state.py" line="116"/>
        <source>There is already a value “%1”.</source>
        <translation>已有名为“%1”的值。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/inspector/state.py" line="126"/>
        <source>add a value</source>
        <translation>添加一个值</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/inspector/state.py" line="131"/>
        <source>Name of a value</source>
        <translation>值的名称</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/inspector/state.py" line="146"/>
        <source>Remove %1</source>
        <translation>移除 %1</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/inspector/state.py" line="149"/>
        <source>Value of %1</source>
        <translation>%1 的值</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/inspector/telling.py" line="36"/>
        <source>send</source>
        <translation>发送</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/inspector/telling.py" line="37"/>
        <source>receive</source>
        <translation>接收</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/inspector/telling.py" line="38"/>
        <source>duplicate receive</source>
        <translation>重复接收</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/inspector/telling.py" line="39"/>
        <source>internal event</source>
        <translation>内部事件</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/inspector/telling.py" line="40"/>
        <source>refused transfer</source>
        <translation>被拒绝的转账</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/inspector/telling.py" line="53"/>
        <source>local clock %1 ms</source>
        <translation>本地时钟 %1 ms</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/inspector/telling.py" line="29"/>
        <source>at %1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/inspector/telling.py" line="66"/>
        <source>%1 was to go to %2, but there was not enough; %3</source>
        <translation>本应把 %1 转给 %2，但余额不足；%3</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/inspector/telling.py" line="76"/>
        <source>to %1</source>
        <translation>发往 %1</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/inspector/telling.py" line="76"/>
        <source>from %1</source>
        <translation>来自 %1</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/inspector/telling.py" line="82"/>
        <source>sent %1, received %2 ms</source>
        <translation>发送 %1，接收 %2 ms</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/inspector/telling.py" line="87"/>
        <source>sent %1 ms, lost</source>
        <translation>发送 %1 ms，已丢失</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/inspector/telling.py" line="89"/>
        <source>sent %1 ms, not received in this run</source>
        <translation>发送 %1 ms，在此运行中未收到</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/inspector/telling.py" line="101"/>
        <source>1 event happened before it</source>
        <translation>1 个事件先于它发生</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/inspector/telling.py" line="103"/>
        <source>%1 events happened before it</source>
        <translation>%1 个事件先于它发生</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/inspector/telling.py" line="104"/>
        <source>%1 after it</source>
        <translation>%1 个在其后</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/inspector/telling.py" line="105"/>
        <source>%1 concurrent</source>
        <translation>%1 个并发</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/inspector/telling.py" line="125"/>
        <source>under way for %1 ms</source>
        <translation>在途 %1 ms</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/inspector/telling.py" line="137"/>
        <source>orphan of %1</source>
        <translation>%1 的孤儿消息</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/inspector/telling.py" line="138"/>
        <source>in transit, but not in %1</source>
        <translation>在途，但 %1 漏记</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/inspector/telling.py" line="141"/>
        <source>recorded by %1, though not in transit</source>
        <translation>并非在途，却被 %1 记录</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/inspector/telling.py" line="145"/>
        <source>recorded by %1 as channel state</source>
        <translation>被 %1 记录为通道状态</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/inspector/telling.py" line="157"/>
        <source>started at %1 ms, not complete in this run</source>
        <translation>%1 ms 开始，在此运行中未完成</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/inspector/telling.py" line="161"/>
        <source>started at %1, complete at %2 ms, after %3 ms</source>
        <translation>%1 开始，%2 ms 完成，历时 %3 ms</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/inspector/telling.py" line="171"/>
        <source>✓ consistent cut</source>
        <translation>✓ 一致割集</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/inspector/telling.py" line="173"/>
        <source>✗ inconsistent cut, orphans: %1</source>
        <translation>✗ 不一致割集，孤儿消息：%1</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/inspector/telling.py" line="180"/>
        <source>✗ in transit but not recorded: %1</source>
        <translation>✗ 在途却漏记：%1</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/inspector/telling.py" line="181"/>
        <source>✗ recorded but not in transit: %1</source>
        <translation>✗ 并非在途却被记录：%1</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/inspector/telling.py" line="192"/>
        <source>after 1 event</source>
        <translation>在 1 个事件之后</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/inspector/telling.py" line="194"/>
        <source>after %1 events</source>
        <translation>在 %1 个事件之后</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/inspector/telling.py" line="195"/>
        <source>recorded at %1 ms</source>
        <translation>记录于 %1 ms</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/inspector/telling.py" line="197"/>
        <source>state %1</source>
        <translation>状态 %1</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/inspector/scenario.py" line="53"/>
        <source>save pause</source>
        <translation>保存停顿</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/inspector/event.py" line="110"/>
        <source>%1 and %2 never stood together</source>
        <translation>%1 与 %2 从未同时成立</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/inspector/event.py" line="111"/>
        <source>A recovery undid the one before the other happened.</source>
        <translation>其中一个在另一个发生之前已被恢复撤销。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/words.py" line="49"/>
        <source>independent</source>
        <translation>独立</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/words.py" line="52"/>
        <source>index-based</source>
        <translation>基于索引</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/words.py" line="53"/>
        <source>pessimistic</source>
        <translation>悲观</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/words.py" line="54"/>
        <source>sender-based</source>
        <translation>基于发送方</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/words.py" line="55"/>
        <source>optimistic</source>
        <translation>乐观</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/words.py" line="56"/>
        <source>causal</source>
        <translation>因果</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/inspector/scenario.py" line="69"/>
        <source>Fault tolerance</source>
        <translation>容错</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/inspector/scenario.py" line="76"/>
        <source>checkpoints</source>
        <translation>检查点</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/inspector/scenario.py" line="81"/>
        <source>message log</source>
        <translation>消息日志</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/inspector/scenario.py" line="83"/>
        <source>flush interval</source>
        <translation>刷写间隔</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/inspector/scenario.py" line="100"/>
        <source>fault tolerance</source>
        <translation>容错</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/inspector/process.py" line="55"/>
        <location filename="../../snapviz/ui/panels/inspector/process.py" line="211"/>
        <source>fails alone</source>
        <translation>单独失效</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/inspector/process.py" line="56"/>
        <location filename="../../snapviz/ui/panels/inspector/process.py" line="179"/>
        <source>failure group</source>
        <translation>故障组</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/inspector/log.py" line="24"/>
        <source>Log, read only</source>
        <translation>日志，只读</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/inspector/log.py" line="34"/>
        <location filename="../../snapviz/ui/panels/inspector/log.py" line="71"/>
        <source>events: %1</source>
        <translation>事件：%1</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/inspector/log.py" line="39"/>
        <source>execution: %1</source>
        <translation>执行：%1</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/inspector/log.py" line="40"/>
        <source>What a log tells has happened already: it is looked at, not changed.</source>
        <translation>日志所述均已发生：只可查看，不可更改。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/inspector/log.py" line="72"/>
        <source>messages sent: %1</source>
        <translation>发送的消息：%1</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/inspector/log.py" line="73"/>
        <source>messages received: %1</source>
        <translation>接收的消息：%1</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/inspector/telling.py" line="29"/>
        <source>at step %1</source>
        <translation>第 %1 步</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/inspector/telling.py" line="84"/>
        <source>sent at step %1, received at step %2</source>
        <translation>第 %1 步发送，第 %2 步接收</translation>
    </message>
</context>
<context>
    <name>KeptPart</name>
    <message>
        <location filename="../../snapviz/ui/panels/snapshot_kept.py" line="84"/>
        <source>Step by step…</source>
        <translation>逐步讲述…</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/snapshot_kept.py" line="85"/>
        <source>If some crash…</source>
        <translation>若有进程崩溃…</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/snapshot_kept.py" line="87"/>
        <source>Tell step by step how %1 was kept and decided</source>
        <translation>逐步讲述 %1 如何保存和决定</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/snapshot_kept.py" line="90"/>
        <source>See which crashes %1 survives, and let the run go on from its copies</source>
        <translation>查看 %1 能在哪些崩溃后幸存，并让运行从其副本继续</translation>
    </message>
</context>
<context>
    <name>LatticeView</name>
    <message>
        <location filename="../../snapviz/ui/panels/states/view.py" line="171"/>
        <source>%1: %2 events</source>
        <translation>%1：%2 个事件</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/states/view.py" line="176"/>
        <source>the condition holds</source>
        <translation>条件成立</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/states/view.py" line="178"/>
        <source>the condition does not hold</source>
        <translation>条件不成立</translation>
    </message>
</context>
<context>
    <name>LessonPanel</name>
    <message>
        <location filename="../../snapviz/ui/lessons/panel.py" line="163"/>
        <source>Open a lesson…</source>
        <translation>打开课程…</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/panel.py" line="196"/>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/panel.py" line="218"/>
        <source>Predict</source>
        <translation>预测</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/panel.py" line="218"/>
        <source>Try it</source>
        <translation>动手</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/panel.py" line="227"/>
        <source>right</source>
        <translation>正确</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/panel.py" line="227"/>
        <source>not yet</source>
        <translation>还不对</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/panel.py" line="256"/>
        <source>Lessons</source>
        <translation>课程</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/panel.py" line="257"/>
        <source>Choose a lesson</source>
        <translation>选择课程</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/panel.py" line="259"/>
        <source>Check</source>
        <translation>检查</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/panel.py" line="260"/>
        <location filename="../../snapviz/ui/lessons/panel.py" line="268"/>
        <source>Hint</source>
        <translation>提示</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/panel.py" line="261"/>
        <source>Show</source>
        <translation>揭晓</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/panel.py" line="262"/>
        <source>Back</source>
        <translation>上一步</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/panel.py" line="263"/>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/panel.py" line="264"/>
        <source>Begin</source>
        <translation>开始</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/panel.py" line="267"/>
        <source>The text of this step</source>
        <translation>这一步的文字</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/panel.py" line="269"/>
        <source>What is behind it</source>
        <translation>其中的道理</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/panel.py" line="198"/>
        <source>%1 of %2 right</source>
        <translation>%2 题中答对 %1</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/panel.py" line="185"/>
        <source>A lesson goes step by step through examples, asks what will happen before it shows it, and lets you try. Choose one above, or begin the one that is chosen.</source>
        <translation>课程带你一步步看过几个示例：先请你预测会发生什么，再展示结果，并让你动手尝试。请在上方另选一门课程，或开始当前选中的课程。</translation>
    </message>
</context>
<context>
    <name>LessonTools</name>
    <message>
        <location filename="../../snapviz/ui/lessons/lock.py" line="13"/>
        <source>messages</source>
        <translation>消息</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/lock.py" line="14"/>
        <source>snapshots</source>
        <translation>快照</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/lock.py" line="15"/>
        <source>checkpoints</source>
        <translation>检查点</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/lock.py" line="16"/>
        <source>crashes</source>
        <translation>崩溃</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/lock.py" line="17"/>
        <source>clocks</source>
        <translation>时钟</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/lock.py" line="18"/>
        <source>delays</source>
        <translation>时延</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/lock.py" line="19"/>
        <source>channels</source>
        <translation>通道</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/lock.py" line="20"/>
        <source>processes</source>
        <translation>进程</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/lock.py" line="21"/>
        <source>settings of the run</source>
        <translation>运行的设置</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/lock.py" line="23"/>
        <source>This lesson lets you change only: %1.</source>
        <translation>这一课只允许改变：%1。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/lock.py" line="24"/>
        <source>This lesson lets you change nothing.</source>
        <translation>这一课什么都不允许改变。</translation>
    </message>
</context>
<context>
    <name>Lessons</name>
    <message>
        <location filename="../../snapviz/ui/lessons/door.py" line="123"/>
        <source>The lesson %1 was not opened.</source>
        <translation>未能打开课程 %1。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/door.py" line="178"/>
        <source>The answers were not saved.</source>
        <translation>答案没有保存。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/door.py" line="181"/>
        <source>The answers are in %1.</source>
        <translation>答案在 %1 里。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/door.py" line="129"/>
        <source>Playing %1 through to check it</source>
        <translation>正在通演 %1 以作检查</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/door.py" line="224"/>
        <source>Working out the figures of this step</source>
        <translation>正在算出这一步的数字</translation>
    </message>
</context>
<context>
    <name>Library</name>
    <message>
        <location filename="../../snapviz/ui/lessons/library.py" line="64"/>
        <source>Open the folder of a lesson</source>
        <translation>打开课程的文件夹</translation>
    </message>
</context>
<context>
    <name>LogStrip</name>
    <message>
        <location filename="../../snapviz/ui/logs/strip.py" line="95"/>
        <source>(no label)</source>
        <translation>（无标签）</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/logs/strip.py" line="118"/>
        <source>finds nothing</source>
        <translation>什么也没找到</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/logs/strip.py" line="124"/>
        <source>%1 events, %2 hosts</source>
        <translation>%1 个事件，%2 台主机</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/logs/strip.py" line="130"/>
        <source>A log has happened already. Events lie where causality puts them, not in time.</source>
        <translation>日志已经发生。事件的位置由因果关系决定，而不是时间。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/logs/strip.py" line="133"/>
        <source>Execution of the log</source>
        <translation>日志中的执行</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/logs/strip.py" line="134"/>
        <source>Parser: a regular expression</source>
        <translation>解析器：正则表达式</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/logs/strip.py" line="136"/>
        <source>A regular expression with the groups host, clock and event; Return reads anew</source>
        <translation>含有 host、clock 和 event 组的正则表达式；按回车重新读取</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/logs/strip.py" line="138"/>
        <source>Delimiter: a regular expression</source>
        <translation>分隔符：正则表达式</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/logs/strip.py" line="139"/>
        <source>delimiter</source>
        <translation>分隔符</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/logs/strip.py" line="142"/>
        <source>A regular expression for what stands between executions; its group trace is the label of the next; Return reads anew</source>
        <translation>用于各次执行之间内容的正则表达式；其分组 trace 为下一次执行的标签；按回车键重新读取</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/logs/strip.py" line="146"/>
        <location filename="../../snapviz/ui/logs/strip.py" line="147"/>
        <source>Presets</source>
        <translation>预设</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/logs/strip.py" line="148"/>
        <source>Parsers and delimiters of published logs</source>
        <translation>已公开日志的解析器与分隔符</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/logs/strip.py" line="121"/>
        <source>1 event, 1 host</source>
        <translation>1 个事件，1 台主机</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/logs/strip.py" line="124"/>
        <source>%1 events, 1 host</source>
        <translation>%1 个事件，1 台主机</translation>
    </message>
</context>
<context>
    <name>Logs</name>
    <message>
        <location filename="../../snapviz/ui/logs/door.py" line="109"/>
        <source>%1 was not opened.</source>
        <translation>%1 未能打开。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/logs/door.py" line="142"/>
        <source>The clocks of %1 contradict one another; what can be true is shown.</source>
        <translation>%1 的时钟互相矛盾；显示的是其中可以成立的部分。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/logs/reading_only.py" line="51"/>
        <source>Not for a log: what it tells has happened already.</source>
        <translation>不适用于日志：其所述均已发生。</translation>
    </message>
</context>
<context>
    <name>MainToolBar</name>
    <message>
        <location filename="../../snapviz/ui/toolbar.py" line="126"/>
        <source>Toolbar</source>
        <translation>工具栏</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/toolbar.py" line="133"/>
        <source>Future</source>
        <translation>未来</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/toolbar.py" line="135"/>
        <source>What lies after the play-head: shown, faint or hidden</source>
        <translation>播放头之后的部分：显示、淡化或隐藏</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <location filename="../../snapviz/ui/menus.py" line="15"/>
        <source>Like the &amp;System</source>
        <translation>跟随系统(&amp;S)</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/menus.py" line="16"/>
        <source>&amp;Light</source>
        <translation>浅色(&amp;L)</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/menus.py" line="17"/>
        <source>&amp;Dark</source>
        <translation>深色(&amp;D)</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/menus.py" line="20"/>
        <source>&amp;Shown</source>
        <translation>显示(&amp;S)</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/menus.py" line="21"/>
        <source>&amp;Faint</source>
        <translation>淡化(&amp;F)</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/menus.py" line="22"/>
        <source>&amp;Hidden</source>
        <translation>隐藏(&amp;H)</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/menus.py" line="25"/>
        <source>&amp;Ring of 4</source>
        <translation>4 个进程的环(&amp;R)</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/menus.py" line="26"/>
        <source>&amp;Line of 4</source>
        <translation>4 个进程的线(&amp;L)</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/menus.py" line="27"/>
        <source>&amp;Star of 5</source>
        <translation>5 个进程的星形(&amp;S)</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/menus.py" line="28"/>
        <source>&amp;Complete, 4 processes</source>
        <translation>4 个进程的完全图(&amp;C)</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/menus.py" line="29"/>
        <source>&amp;Tree of 7</source>
        <translation>7 个进程的树(&amp;T)</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/menus.py" line="30"/>
        <source>&amp;Grid of 9</source>
        <translation>9 个进程的网格(&amp;G)</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/menus.py" line="31"/>
        <source>Ra&amp;ndom, 6 processes</source>
        <translation>6 个进程的随机图(&amp;N)</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/menus.py" line="74"/>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/menus.py" line="76"/>
        <source>F&amp;uture</source>
        <translation>未来(&amp;U)</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/menus.py" line="78"/>
        <source>&amp;Theme</source>
        <translation>主题(&amp;T)</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/menus.py" line="80"/>
        <source>&amp;Language</source>
        <translation>语言 Language(&amp;L)</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/menus.py" line="89"/>
        <source>&amp;Playback</source>
        <translation>播放(&amp;P)</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/menus.py" line="92"/>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/menus.py" line="97"/>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/menus.py" line="104"/>
        <source>&amp;System</source>
        <translation>系统(&amp;S)</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/menus.py" line="106"/>
        <location filename="../../snapviz/ui/topology/menus.py" line="49"/>
        <source>&amp;Arrange</source>
        <translation>排列(&amp;A)</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/menus.py" line="108"/>
        <location filename="../../snapviz/ui/topology/menus.py" line="40"/>
        <source>A&amp;lign</source>
        <translation>对齐(&amp;L)</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/menus.py" line="110"/>
        <source>&amp;Tool</source>
        <translation>工具(&amp;T)</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/menus.py" line="117"/>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/menus.py" line="119"/>
        <source>New from &amp;Template</source>
        <translation>从模板新建(&amp;T)</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/menus.py" line="126"/>
        <source>&amp;Recent Files</source>
        <translation>最近的文件(&amp;R)</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/menus.py" line="86"/>
        <source>&amp;Analyze</source>
        <translation>分析(&amp;A)</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <location filename="../../snapviz/ui/messages.py" line="160"/>
        <source>Message</source>
        <translation>消息</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/messages.py" line="161"/>
        <location filename="../../snapviz/ui/messages.py" line="162"/>
        <source>Close the message</source>
        <translation>关闭消息</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/messages.py" line="163"/>
        <source>Details</source>
        <translation>详细信息</translation>
    </message>
</context>
<context>
    <name>Narrator</name>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_words.py" line="29"/>
        <source>%1 gets the marker of %3 on %2</source>
        <translation>%1 在 %2 上收到 %3 的标记</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_words.py" line="30"/>
        <source>%1 gets the barrier of %3 on %2</source>
        <translation>%1 在 %2 上收到 %3 的屏障</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_words.py" line="31"/>
        <source>%1 gets the request of %2</source>
        <translation>%1 收到 %2 的请求</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_words.py" line="32"/>
        <source>%1 gets the report of %2</source>
        <translation>%1 收到 %2 的报告</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_words.py" line="33"/>
        <source>%1 learns from %2 how many white messages to expect</source>
        <translation>%1 从 %2 得知应有多少条白消息</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_words.py" line="34"/>
        <source>%1 gets the token in its first round</source>
        <translation>%1 收到第一轮的令牌</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_words.py" line="35"/>
        <source>%1 gets the token in its second round</source>
        <translation>%1 收到第二轮的令牌</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_words.py" line="36"/>
        <source>%1 is asked by %2 to get ready</source>
        <translation>%2 请 %1 做好准备</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_words.py" line="37"/>
        <source>%1 gets the answer of %2</source>
        <translation>%1 收到 %2 的回答</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_words.py" line="38"/>
        <source>%1 learns T from %2</source>
        <translation>%1 从 %2 得知 T</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_words.py" line="39"/>
        <source>%1 learns the line from %2</source>
        <translation>%1 从 %2 得知线</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_words.py" line="40"/>
        <source>%1 gets the token of %2</source>
        <translation>%1 收到 %2 的令牌</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_words.py" line="41"/>
        <source>%1 gets Done from %2</source>
        <translation>%1 收到 %2 的 Done</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_words.py" line="42"/>
        <source>%1 gets Terminate from %2</source>
        <translation>%1 收到 %2 的 Terminate</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_words.py" line="43"/>
        <source>%1 learns the border of another region from %2</source>
        <translation>%1 从 %2 得知另一区域的边界</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_words.py" line="44"/>
        <source>%1 learns from %2 whose regions make up the cut</source>
        <translation>%1 从 %2 得知割集由哪些区域组成</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_words.py" line="45"/>
        <source>it sends the marker on %1</source>
        <translation>在 %1 上发送标记</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_words.py" line="46"/>
        <source>it sends the barrier on %1</source>
        <translation>在 %1 上发送屏障</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_words.py" line="47"/>
        <source>it sends the request to %1</source>
        <translation>向 %1 发送请求</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_words.py" line="48"/>
        <source>it reports to %1</source>
        <translation>向 %1 报告</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_words.py" line="49"/>
        <source>it tells %1 how many white messages to expect</source>
        <translation>告诉 %1 应有多少条白消息</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_words.py" line="50"/>
        <source>it passes the token on to %1</source>
        <translation>把令牌传给 %1</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_words.py" line="51"/>
        <source>it passes the token on to %1, for the second round</source>
        <translation>把令牌传给 %1，进行第二轮</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_words.py" line="52"/>
        <source>it asks %1 to get ready</source>
        <translation>请 %1 做好准备</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_words.py" line="53"/>
        <source>it answers %1</source>
        <translation>回答 %1</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_words.py" line="54"/>
        <source>it tells T to %1</source>
        <translation>把 T 告诉 %1</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_words.py" line="55"/>
        <source>it tells the line to %1</source>
        <translation>把线告诉 %1</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_words.py" line="56"/>
        <source>it sends the token to %1</source>
        <translation>向 %1 发送令牌</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_words.py" line="57"/>
        <source>it answers Done to %1</source>
        <translation>向 %1 回答 Done</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_words.py" line="58"/>
        <source>it sends Terminate to %1</source>
        <translation>向 %1 发送 Terminate</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_words.py" line="59"/>
        <source>it tells its border to %1</source>
        <translation>把自己的边界告诉 %1</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_words.py" line="60"/>
        <source>it tells %1 whose regions make up the cut</source>
        <translation>告诉 %1 割集由哪些区域组成</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_words.py" line="61"/>
        <source>%1 is agreed on: everybody records when the own clock reads %2 ms</source>
        <translation>约定了 %1：每个进程在自己的时钟读到 %2 ms 时记录</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_words.py" line="64"/>
        <source>%1 receives %2 on %3, sent inside the cut</source>
        <translation>%1 在 %3 上收到在割集之内发出的 %2</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_words.py" line="65"/>
        <source>it takes the state it had at %1 ms (%2)</source>
        <translation>取它在 %1 ms 时的状态（%2）</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_words.py" line="66"/>
        <source>The clock of %1 reads the agreed time</source>
        <translation>%1 的时钟读到约定的时刻</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_words.py" line="67"/>
        <source>%1 gets a message for %2</source>
        <translation>%1 收到一条发往 %2 的消息</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_words.py" line="68"/>
        <source>%1 gets a control message on %2 that is of no use any more; it ignores it</source>
        <translation>%1 在 %2 上收到一条不再有用的控制消息，忽略它</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_words.py" line="71"/>
        <source>%1 begins %2</source>
        <translation>%1 发起 %2</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_words.py" line="72"/>
        <source>%1 is agreed on: everybody records by the own clock</source>
        <translation>约定了 %1：每个进程按自己的时钟记录</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_words.py" line="73"/>
        <source>%1, still white, is about to receive the red message %2 on %3</source>
        <translation>%1 仍为白，将要在 %3 上接收红消息 %2</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_words.py" line="74"/>
        <source>%1, already red, receives the white message %2 on %3</source>
        <translation>%1 已为红，在 %3 上收到白消息 %2</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_words.py" line="75"/>
        <source>%1 receives %2 on %3, which it still records</source>
        <translation>%1 在仍在记录的 %3 上收到 %2</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_words.py" line="76"/>
        <source>%1 gets the first marker of %3, on %2</source>
        <translation>%1 在 %2 上收到 %3 的第一个标记</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_words.py" line="77"/>
        <source>it records its state (%1)</source>
        <translation>记录自己的状态（%1）</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_words.py" line="78"/>
        <source>%1 is complete</source>
        <translation>%1 完成</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_words.py" line="79"/>
        <source>%1; %2</source>
        <translation>%1；%2</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_words.py" line="80"/>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_words.py" line="81"/>
        <source>it keeps it for the state of %1</source>
        <translation>把它计入 %1 的状态</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_words.py" line="82"/>
        <source>it takes %1 as empty</source>
        <translation>认定 %1 为空</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_words.py" line="83"/>
        <source>the state of %1 is %2</source>
        <translation>%1 的状态为 %2</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_words.py" line="84"/>
        <source>it puts %1 into the state of %2</source>
        <translation>把 %1 计入 %2 的状态</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_words.py" line="85"/>
        <source>it blocks %1</source>
        <translation>阻塞 %1</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_words.py" line="86"/>
        <source>it passes it on, on %1</source>
        <translation>在 %1 上转发它</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_words.py" line="91"/>
        <source>Gathering and copies</source>
        <translation>收集与副本</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_words.py" line="92"/>
        <source>Repeated snapshots</source>
        <translation>重复快照</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_words.py" line="93"/>
        <source>Checkpoints by the script</source>
        <translation>脚本的检查点</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_words.py" line="94"/>
        <source>Garbage collection</source>
        <translation>垃圾回收</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_words.py" line="95"/>
        <source>Crashes and recovery</source>
        <translation>崩溃与恢复</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_words.py" line="96"/>
        <source>Causal delivery</source>
        <translation>因果投递</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_words.py" line="97"/>
        <source>Clocks set by the script</source>
        <translation>脚本设定的时钟</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_words.py" line="108"/>
        <source>Checkpoints</source>
        <translation>检查点</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_words.py" line="111"/>
        <source>Message log</source>
        <translation>消息日志</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_more_words.py" line="8"/>
        <source>%1 is down: what the script asks of it is left out</source>
        <translation>%1 已停机：略过脚本对它的要求</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_more_words.py" line="9"/>
        <source>%1 is up: there is nothing to restart</source>
        <translation>%1 正在运行：无须重启</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_more_words.py" line="10"/>
        <source>The standby for %1 is down, so it cannot restart</source>
        <translation>%1 的备用进程已停机，因此它无法重启</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_more_words.py" line="11"/>
        <source>What %1 still had to send to %2 is never sent</source>
        <translation>%1 还要发给 %2 的消息不再发出</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_more_words.py" line="12"/>
        <source>Nothing is left from which %1 could restart</source>
        <translation>已没有可供 %1 重启的状态</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_more_words.py" line="13"/>
        <source>What %1 needs to go back so far was discarded as garbage</source>
        <translation>%1 退回这么远所需的内容已作为垃圾丢弃</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_more_words.py" line="14"/>
        <source>%1 crashes: what is in its memory is gone</source>
        <translation>%1 崩溃：内存中的内容已失去</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_more_words.py" line="15"/>
        <source>it waits until %1 is back</source>
        <translation>等待 %1 恢复运行</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_more_words.py" line="16"/>
        <source>A control message from %1 comes to %2, which is down</source>
        <translation>来自 %1 的控制消息到达已停机的 %2</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_more_words.py" line="17"/>
        <source>%3 from %1 comes to %2, which is down</source>
        <translation>来自 %1 的 %3 到达已停机的 %2</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_more_words.py" line="18"/>
        <source>it is lost</source>
        <translation>丢失</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_more_words.py" line="19"/>
        <source>These keep the state they have: %1</source>
        <translation>保持现有状态的进程：%1</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_more_words.py" line="20"/>
        <source>All are rolled back to %1 ms at the latest</source>
        <translation>全部进程回滚到不晚于 %1 ms 的状态</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_more_words.py" line="22"/>
        <source>nobody has to go back</source>
        <translation>没有进程需要退回</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_more_words.py" line="24"/>
        <source>%1 takes the place of %2</source>
        <translation>%1 接替 %2</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_more_words.py" line="25"/>
        <source>%1 has lost its stable storage with its machine</source>
        <translation>%1 的稳定存储随机器一起失去</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_more_words.py" line="26"/>
        <source>What %1 did after that is undone: one event</source>
        <translation>撤销 %1 此后所做的 1 个事件</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_more_words.py" line="27"/>
        <source>What %1 did after that is undone: %2 events</source>
        <translation>撤销 %1 此后所做的 %2 个事件</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_more_words.py" line="28"/>
        <source>%1 starts from its initial state (%2)</source>
        <translation>%1 从初始状态（%2）开始</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_more_words.py" line="29"/>
        <source>%1 starts from its part of %3, which %4 has kept (%2)</source>
        <translation>%1 从 %4 所保存的、它在 %3 中的部分（%2）开始</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_more_words.py" line="30"/>
        <source>%1 starts from checkpoint %3, taken at %4 ms (%2)</source>
        <translation>%1 从 %4 ms 时设置的检查点 %3（%2）开始</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_more_words.py" line="31"/>
        <source>%3 replays the receipt of %1 from %2: %4 becomes %5</source>
        <translation>%3 重放来自 %2 的 %1 的接收：%4 变为 %5</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_more_words.py" line="32"/>
        <source>%2 comes to the point where it sent %1 to %3, and does not send it again</source>
        <translation>%2 重放到曾向 %3 发送 %1 之处，不再发送</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_more_words.py" line="35"/>
        <source>%1 from %2 to %3 was never sent after all, so it was not received either</source>
        <translation>%2 发给 %3 的 %1 终究没有发出，因此也没有收到</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_more_words.py" line="38"/>
        <source>%3 has not received %1 from %2 after all, but it was sent: %3 gets it again</source>
        <translation>%3 终究没有收到 %2 的 %1，但它确已发出：再次投递给 %3</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_more_words.py" line="41"/>
        <source>%3 has not received %1 from %2 after all, and nobody has it any more: it is lost</source>
        <translation>%3 终究没有收到 %2 的 %1，而且谁也不再有它：丢失</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_more_words.py" line="45"/>
        <source>%1 from %2 to %3 was never sent after all</source>
        <translation>%2 发给 %3 的 %1 终究没有发出</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_more_words.py" line="46"/>
        <source>it is now %1 ms ahead of true time</source>
        <translation>现在比真实时间快 %1 ms</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_more_words.py" line="47"/>
        <source>it is now %1 ms behind true time</source>
        <translation>现在比真实时间慢 %1 ms</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_more_words.py" line="48"/>
        <source>it now reads true time</source>
        <translation>现在的读数就是真实时间</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_more_words.py" line="49"/>
        <source>it gains %1 µs a second</source>
        <translation>每秒走快 %1 µs</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_more_words.py" line="50"/>
        <source>it loses %1 µs a second</source>
        <translation>每秒走慢 %1 µs</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_more_words.py" line="51"/>
        <source>it neither gains nor loses</source>
        <translation>走得不快也不慢</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_more_words.py" line="52"/>
        <source>The clock of %1 is set</source>
        <translation>设定 %1 的时钟</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_more_words.py" line="53"/>
        <source>%1 is asked by %2 for its time: it answers that its clock reads %3 ms</source>
        <translation>%1 被 %2 问及时间：回答自己的时钟读数为 %3 ms</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_more_words.py" line="56"/>
        <source>%1 hears from %2 that its clock read %3 ms, %4 ms after asking</source>
        <translation>%1 在询问之后 %4 ms 得知 %2 的时钟读数曾为 %3 ms</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_more_words.py" line="57"/>
        <source>it asks once more</source>
        <translation>再次询问</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_more_words.py" line="58"/>
        <source>that is of no use any more</source>
        <translation>这已没有用处</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_more_words.py" line="60"/>
        <source>of %1 rounds the quickest counts, of %2 ms</source>
        <translation>%1 轮之中取最快的一轮，为 %2 ms</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_more_words.py" line="62"/>
        <source>it sets its clock forward by %1 ms</source>
        <translation>把自己的时钟拨快 %1 ms</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_more_words.py" line="63"/>
        <source>it sets its clock back by %1 ms</source>
        <translation>把自己的时钟拨慢 %1 ms</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_more_words.py" line="64"/>
        <source>until it has gained %1 ms, its clock runs %2 µs a second faster</source>
        <translation>时钟每秒多走 %2 µs，直到补上 %1 ms</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_more_words.py" line="67"/>
        <source>until it has lost %1 ms, its clock runs %2 µs a second slower</source>
        <translation>时钟每秒少走 %2 µs，直到减去 %1 ms</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_more_words.py" line="68"/>
        <source>%1 asks %2 for its time, when its own clock reads %3 ms</source>
        <translation>%1 在自己的时钟读数为 %3 ms 时向 %2 询问时间</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_more_words.py" line="72"/>
        <source>%1 has waited long enough</source>
        <translation>%1 已等得够久</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_more_words.py" line="73"/>
        <source>The clock of %1 has moved as far as it was to: it runs as before</source>
        <translation>%1 的时钟已调整到位：照原来的快慢走</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_more_words.py" line="76"/>
        <source>%1 is asked by %2 how far apart they are: it asks %2 for its time</source>
        <translation>%1 被 %2 问及两者相差多少：于是向 %2 询问时间</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_more_words.py" line="79"/>
        <source>it reports that it is %1 ms behind</source>
        <translation>报告自己慢 %1 ms</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_more_words.py" line="80"/>
        <source>it reports that it is %1 ms ahead</source>
        <translation>报告自己快 %1 ms</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_more_words.py" line="81"/>
        <source>%1 hears that %2 is %3 ms behind it</source>
        <translation>%1 得知 %2 比自己慢 %3 ms</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_more_words.py" line="82"/>
        <source>%1 hears that %2 is %3 ms ahead of it</source>
        <translation>%1 得知 %2 比自己快 %3 ms</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_more_words.py" line="83"/>
        <source>it tells %1 to move by %2 ms</source>
        <translation>告诉 %1 调整 %2 ms</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_more_words.py" line="84"/>
        <source>%1 hears from %2 that it is to move by %3 ms</source>
        <translation>%1 从 %2 得知自己应调整 %3 ms</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_more_words.py" line="85"/>
        <source>%1 asks all how far they are from it: %2</source>
        <translation>%1 询问各进程与自己相差多少：%2</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_more_words.py" line="86"/>
        <source>%1 has waited long enough for reports</source>
        <translation>%1 等待报告已够久</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_more_words.py" line="87"/>
        <source>%1 hears that %2 has its part: it need not send it any more</source>
        <translation>%1 得知 %2 已有它的部分：不必再发</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_more_words.py" line="88"/>
        <source>%1 hears that %2 has stored its part: it need not send it any more</source>
        <translation>%1 得知 %2 已存好它的部分：不必再发</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_more_words.py" line="91"/>
        <source>%1 gets the part of %2 for %3</source>
        <translation>%1 收到 %2 在 %3 中的部分</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_more_words.py" line="92"/>
        <source>%1 gets the part of %2 for %3, to keep a copy</source>
        <translation>%1 收到 %2 在 %3 中的部分，要保存一份副本</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_more_words.py" line="93"/>
        <source>its checksum is wrong</source>
        <translation>校验和不对</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_more_words.py" line="98"/>
        <source>The part of %1 for %2 is complete</source>
        <translation>%1 在 %2 中的部分已完成</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_more_words.py" line="99"/>
        <source>it writes it down</source>
        <translation>写到稳定存储</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_more_words.py" line="100"/>
        <source>%1 has had no answer in time</source>
        <translation>%1 没有及时得到回答</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_more_words.py" line="102"/>
        <source>it sends its part to %1</source>
        <translation>把自己的部分发给 %1</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_more_words.py" line="103"/>
        <source>it sends a copy of it to %1</source>
        <translation>把副本发给 %1</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_more_words.py" line="104"/>
        <source>%1 sends %2 to %3 and attaches SENT, by which it is message %4 of %1 to %3</source>
        <translation>%1 向 %3 发送 %2 并附上 SENT，按 SENT 这是 %1 发给 %3 的第 %4 条消息</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_run_words.py" line="119"/>
        <source>a control message of %1</source>
        <translation>来自 %1 的控制消息</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_run_words.py" line="120"/>
        <source>%1 from %2</source>
        <translation>来自 %2 的 %1</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_run_words.py" line="100"/>
        <source>For %1 there is %2</source>
        <translation>%1 处来了%2</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_more_words.py" line="112"/>
        <source>it must not overtake what is held already</source>
        <translation>不得超越已经扣住的消息</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_more_words.py" line="113"/>
        <source>it is held</source>
        <translation>扣住</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_more_words.py" line="114"/>
        <source>%1 must first have message %2 from %3, and has had %4 of them so far</source>
        <translation>%1 须先收到 %3 的第 %2 条消息，而至今收到了 %4 条</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_more_words.py" line="117"/>
        <source>%1 is down: no snapshot begins now</source>
        <translation>%1 已停机：此刻不开始快照</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_more_words.py" line="118"/>
        <source>%1 begins</source>
        <translation>%1 开始</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_more_words.py" line="119"/>
        <source>%1 ms have passed since the beginning of %2</source>
        <translation>自 %2 开始已过 %1 ms</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_more_words.py" line="120"/>
        <source>%1 is not complete yet</source>
        <translation>%1 尚未完成</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_more_words.py" line="121"/>
        <source>%1 is complete, %2 ms after it began</source>
        <translation>%1 完成，历时 %2 ms</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_run_words.py" line="8"/>
        <source>The script asks %1 for a checkpoint</source>
        <translation>脚本要求 %1 设置检查点</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_run_words.py" line="9"/>
        <source>The clock of %1 reads %2 ms, an interval is over</source>
        <translation>%1 的时钟读数为 %2 ms，一个间隔已到</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_run_words.py" line="10"/>
        <source>it saves its state as checkpoint %1</source>
        <translation>把自己的状态保存为检查点 %1</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_run_words.py" line="11"/>
        <source>its index becomes %1</source>
        <translation>索引变为 %1</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_run_words.py" line="12"/>
        <source>%1 is about to receive %2 from %3, which carries index %4, and its own is only %5</source>
        <translation>%1 将要接收来自 %3 的 %2，它带着索引 %4，而自己的索引只是 %5</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_run_words.py" line="16"/>
        <source>%1 sends %2 to %3 with its index, %4</source>
        <translation>%1 向 %3 发送 %2，附上自己的索引 %4</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_run_words.py" line="17"/>
        <source>%1 receives %2 from %3: its index %4 is not above %5, the own one</source>
        <translation>%1 接收来自 %3 的 %2：它的索引 %4 不大于自己的索引 %5</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_run_words.py" line="20"/>
        <source>interval %1 of its own begins</source>
        <translation>自己的第 %1 个区间开始</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_run_words.py" line="21"/>
        <source>%1, which has sent since its last checkpoint, is about to receive %2 from %3, which depends on what %1 did not depend on (%4)</source>
        <translation>%1 自上次检查点以来发送过消息，现在将要接收来自 %3 的 %2，而它依赖于 %1 原先不依赖的内容（%4）</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_run_words.py" line="25"/>
        <source>%1 sends %2 to %3 with its dependency vector (%4)</source>
        <translation>%1 向 %3 发送 %2，附上自己的依赖向量（%4）</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_run_words.py" line="26"/>
        <source>%1 receives %2 from %3, which depends on nothing new</source>
        <translation>%1 接收来自 %3 的 %2，它没有新的依赖</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_run_words.py" line="27"/>
        <source>%1, which has sent nothing since its last checkpoint, receives %2 from %3: it notes what it depends on now (%4)</source>
        <translation>%1 自上次检查点以来没有发送过消息，接收来自 %3 的 %2：记下自己新的依赖（%4）</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_run_words.py" line="31"/>
        <source>it answers that it takes part</source>
        <translation>回答自己参加</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_run_words.py" line="32"/>
        <source>it answers that none is needed</source>
        <translation>回答不需要</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_run_words.py" line="33"/>
        <source>it refuses</source>
        <translation>拒绝</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_run_words.py" line="34"/>
        <source>%1 hears from %2 that it takes part</source>
        <translation>%1 得知 %2 参加</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_run_words.py" line="35"/>
        <source>%1 hears from %2 that none is needed there</source>
        <translation>%1 得知 %2 那里不需要</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_run_words.py" line="36"/>
        <source>%1 hears that %2 refuses</source>
        <translation>%1 得知 %2 拒绝</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_run_words.py" line="37"/>
        <source>%1 sends %3 to %2 as its message %4</source>
        <translation>%1 向 %2 发送 %3，编号为 %4</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_run_words.py" line="38"/>
        <source>%2 receives %3 from %1, its message %4</source>
        <translation>%2 接收来自 %1 的 %3，编号为 %4</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_run_words.py" line="39"/>
        <source>%1 is to send something to %2: it waits for the end of the round</source>
        <translation>%1 要向 %2 发送消息：等待这一轮结束</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_run_words.py" line="42"/>
        <source>The clock of %1 reads %2 ms, it is its turn</source>
        <translation>%1 的时钟读数为 %2 ms，轮到它了</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_run_words.py" line="43"/>
        <source>it takes the tentative checkpoint %1</source>
        <translation>设置暂定检查点 %1</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_run_words.py" line="44"/>
        <source>it asks %1 for one, of which it has received up to message %2</source>
        <translation>请 %1 也设置一个，告知已收到其编号至 %2 的消息</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_run_words.py" line="45"/>
        <source>it tells %1</source>
        <translation>告诉 %1</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_run_words.py" line="46"/>
        <source>checkpoint %1 is discarded</source>
        <translation>检查点 %1 丢弃</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_run_words.py" line="47"/>
        <source>checkpoint %1 is permanent</source>
        <translation>检查点 %1 转为永久</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_run_words.py" line="48"/>
        <source>%1 is asked by %2, which has received its messages up to %3</source>
        <translation>%2 来请求 %1，并告知已收到其编号至 %3 的消息</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_run_words.py" line="49"/>
        <source>it has sent some of them since its last checkpoint</source>
        <translation>其中有些是上次检查点以来发出的</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_run_words.py" line="50"/>
        <source>it takes part already</source>
        <translation>已经参加</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_run_words.py" line="51"/>
        <source>it has sent none of them since its last checkpoint</source>
        <translation>其中没有一条是上次检查点以来发出的</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_run_words.py" line="52"/>
        <source>it is in another round</source>
        <translation>正身处另一轮</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_run_words.py" line="53"/>
        <source>this round is over for it</source>
        <translation>对它来说这一轮已结束</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_run_words.py" line="54"/>
        <source>%1 hears from %2 that all took part</source>
        <translation>%1 从 %2 得知都已参加</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_run_words.py" line="55"/>
        <source>%1 hears from %2 that not all took part</source>
        <translation>%1 从 %2 得知并非都参加</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_run_words.py" line="56"/>
        <source>it is in that round no more</source>
        <translation>已不在那一轮中</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_run_words.py" line="57"/>
        <source>%1 is asked by %2 what was decided</source>
        <translation>%2 询问 %1 作出了什么决定</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_run_words.py" line="58"/>
        <source>nothing is decided yet</source>
        <translation>尚未决定</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_run_words.py" line="59"/>
        <source>%1 has heard of no decision for long: it asks %2 for it</source>
        <translation>%1 久未得知决定：询问 %2</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_run_words.py" line="60"/>
        <source>%1 has waited long enough for answers</source>
        <translation>%1 等待回答已够久</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_run_words.py" line="61"/>
        <source>A recovery ends the round of %1</source>
        <translation>恢复结束了 %1 所在的一轮</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_run_words.py" line="62"/>
        <source>no crash of a single process, as of now, would need these</source>
        <translation>现在任何单个进程崩溃都不会用到这些</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_run_words.py" line="63"/>
        <source>a checkpoint is still tentative, and these lie behind the line of a crash of all</source>
        <translation>还有暂定的检查点，而这些早于全部崩溃时的恢复线</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_run_words.py" line="67"/>
        <source>these lie behind the state that is left if all crash now</source>
        <translation>这些早于现在全部崩溃时所能恢复的状态</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_run_words.py" line="68"/>
        <source>A checkpoint of %1 begins to count: nothing can be discarded</source>
        <translation>%1 的一个检查点开始算数：没有可丢弃的</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_run_words.py" line="69"/>
        <source>A checkpoint of %1 begins to count</source>
        <translation>%1 的一个检查点开始算数</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_run_words.py" line="70"/>
        <source>discarded are the checkpoints %1</source>
        <translation>丢弃检查点 %1</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_run_words.py" line="71"/>
        <source>with them goes the log of what %1 received up to %2 ms</source>
        <translation>一并丢弃 %1 在 %2 ms 及以前所收消息的日志</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_run_words.py" line="72"/>
        <source>%1 receives %2 from %3: it is in its log before anything follows from it</source>
        <translation>%1 接收来自 %3 的 %2：在产生任何后果之前已写入日志</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_run_words.py" line="75"/>
        <source>%1 receives %2 from %3: it has it in memory only, until its next write</source>
        <translation>%1 接收来自 %3 的 %2：下次写入之前只在内存中</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_run_words.py" line="78"/>
        <source>%1 is about to take a checkpoint</source>
        <translation>%1 将要设置检查点</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_run_words.py" line="79"/>
        <source>The time has come for a write of %1</source>
        <translation>到了 %1 写入的时间</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_run_words.py" line="80"/>
        <source>nothing is to be written</source>
        <translation>没有要写的</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_run_words.py" line="81"/>
        <source>it writes the message it has received since its last write</source>
        <translation>写下上次写入以来收到的 1 条消息</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_run_words.py" line="82"/>
        <source>it writes the %1 messages it has received since its last write</source>
        <translation>写下上次写入以来收到的 %1 条消息</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_run_words.py" line="83"/>
        <source>%1 sends %2 to %3 as its message %4</source>
        <translation>%1 向 %3 发送 %2，这是它发出的第 %4 条消息</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_run_words.py" line="84"/>
        <source>there is no determinant that %1 may lack</source>
        <translation>没有 %1 可能缺少的决定因子</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_run_words.py" line="85"/>
        <source>it attaches the determinants of %1</source>
        <translation>附上这些接收的决定因子：%1</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_run_words.py" line="86"/>
        <source>%1 receives %2 from %3, its message %4</source>
        <translation>%1 接收来自 %3 的 %2，这是对方发出的第 %4 条消息</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_run_words.py" line="87"/>
        <source>it adds a determinant to its own order</source>
        <translation>在自己的次序中添上一个决定因子</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_run_words.py" line="88"/>
        <source>with it come the determinants of %1</source>
        <translation>随之而来的有这些接收的决定因子：%1</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_run_words.py" line="89"/>
        <source>it forgets the determinants of what it has received before</source>
        <translation>忘掉此前所收消息的决定因子</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_run_words.py" line="90"/>
        <source>%1 takes checkpoint %2</source>
        <translation>%1 设置检查点 %2</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_run_words.py" line="91"/>
        <source>Checkpoint %2 of %1 is permanent</source>
        <translation>%1 的检查点 %2 转为永久</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_run_words.py" line="92"/>
        <source>%1 sends %2 to %3 and keeps it in its memory, as its message %4 to %3</source>
        <translation>%1 向 %3 发送 %2 并留在内存中，这是它发给 %3 的第 %4 条消息</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_run_words.py" line="95"/>
        <source>as no path leads back to %1, it writes its log</source>
        <translation>因为没有返回 %1 的路径，改为写下自己的日志</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_run_words.py" line="96"/>
        <source>it tells %1 that this was number %2 of all it received</source>
        <translation>告诉 %1 这是自己收到的第 %2 条</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_run_words.py" line="97"/>
        <source>%1 is to send something to %2: it waits until all it received is confirmed</source>
        <translation>%1 要向 %2 发送消息：等到所收到的都得到确认</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_run_words.py" line="102"/>
        <source>%1 hears that %2 received its message %3 as number %4: it confirms that</source>
        <translation>%1 得知自己的第 %3 条消息是 %2 收到的第 %4 条：予以确认</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_run_words.py" line="105"/>
        <source>%1 hears that %2 has noted number %4 beside its message %3</source>
        <translation>%1 得知 %2 已在其第 %3 条消息旁记下次序 %4</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_run_words.py" line="106"/>
        <source>%1 is asked by %2 as which it received its message %3</source>
        <translation>%1 被 %2 问及：对方的第 %3 条消息是自己收到的第几条</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_run_words.py" line="107"/>
        <source>it has not received it</source>
        <translation>没有收到过</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_run_words.py" line="111"/>
        <source>%1 has had no confirmation for 1 s: it tells %2 again that its message %3 was number %4</source>
        <translation>%1 满 1 s 没有得到确认：再次告诉 %2，其第 %3 条消息是自己收到的第 %4 条</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_run_words.py" line="118"/>
        <source>%1 gets a message that has come before</source>
        <translation>%1 收到重复到达的消息</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_run_words.py" line="101"/>
        <source>%1 has something to send and receives nothing before</source>
        <translation>%1 有消息要发送，在此之前什么也不接收</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_more_words.py" line="21"/>
        <source>Restart of %1</source>
        <translation>%1 重启</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_more_words.py" line="23"/>
        <source>the recovery line is reached from the checkpoints %1</source>
        <translation>由检查点 %1 到达恢复线</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_more_words.py" line="59"/>
        <source>that answers an earlier round and counts as well</source>
        <translation>这是对较早一轮的回答，同样算数</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_more_words.py" line="61"/>
        <source>it leaves its clock as it is</source>
        <translation>它的时钟保持不变</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_more_words.py" line="69"/>
        <source>%1 has waited 1 s in vain: it asks %2 again, when its own clock reads %3 ms</source>
        <translation>%1 空等了 1 s：在自己的时钟读数为 %3 ms 时再次询问 %2</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_more_words.py" line="94"/>
        <source>its checksum is right</source>
        <translation>校验和正确</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_more_words.py" line="95"/>
        <source>it has it already</source>
        <translation>它早已有了</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_more_words.py" line="96"/>
        <source>it answers</source>
        <translation>它作出应答</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_more_words.py" line="97"/>
        <source>no path leads back to answer by</source>
        <translation>没有路径可供应答返回</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_more_words.py" line="101"/>
        <source>%1 starts again and knows of no answer</source>
        <translation>%1 重新开始，不知道有过回答</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_more_words.py" line="107"/>
        <source>%1 receives %2: it has all that was sent to it causally before</source>
        <translation>%1 接收%2：因果上在此之前发给它的都已收到</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_more_words.py" line="108"/>
        <source>%1 has now all that was sent to it causally before: it receives %2, held since %3 ms</source>
        <translation>因果上在此之前发给 %1 的现已全部收到：接收自 %3 ms 起扣住的%2</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_run_words.py" line="108"/>
        <source>%1 starts again: it asks %2 as which it received its message %3</source>
        <translation>%1 重新开始：询问 %2，自己的第 %3 条消息是它收到的第几条</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator_run_words.py" line="115"/>
        <source>%1 starts again: it tells %2 again that its message %3 was number %4</source>
        <translation>%1 重新开始：再次告诉 %2，其第 %3 条消息是自己收到的第 %4 条</translation>
    </message>
</context>
<context>
    <name>NarratorPanel</name>
    <message>
        <location filename="../../snapviz/ui/panels/narrator.py" line="134"/>
        <source>Nothing of this has happened yet.</source>
        <translation>这一切都还没有发生。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator.py" line="138"/>
        <source>%1 ms: %2</source>
        <translation>%1 ms：%2</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator.py" line="192"/>
        <source>There is no pseudo-code of %1 here, so it is not told.</source>
        <translation>这里没有 %1 的伪代码，因此不作解说。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator.py" line="195"/>
        <source>One moment…</source>
        <translation>请稍候…</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator.py" line="196"/>
        <source>Nothing of this happens in this run.</source>
        <translation>这次运行中没有发生这样的事。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator.py" line="199"/>
        <source>Narrator</source>
        <translation>解说</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator.py" line="200"/>
        <source>What is told</source>
        <translation>解说什么</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator.py" line="201"/>
        <source>What has just happened</source>
        <translation>刚刚发生了什么</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator.py" line="202"/>
        <source>Pseudo-code</source>
        <translation>伪代码</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator.py" line="72"/>
        <source>Whatever happens at the play-head</source>
        <translation>播放头处发生的一切</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/narrator.py" line="187"/>
        <source>Nothing is done here by an algorithm. Take a snapshot with the snapshot tool, or choose checkpoints or a message log: it is told here step by step, beside the pseudo-code.</source>
        <translation>这里没有算法在起作用。请用快照工具拍一个快照，或选用检查点或消息日志：这里会对照伪代码逐步讲述。</translation>
    </message>
</context>
<context>
    <name>NotesPanel</name>
    <message>
        <location filename="../../snapviz/ui/panels/notes.py" line="64"/>
        <source>Untitled scenario</source>
        <translation>未命名场景</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/notes.py" line="65"/>
        <source>*This scenario has no description.*</source>
        <translation>*此场景没有说明。*</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/notes.py" line="75"/>
        <source>About this scenario</source>
        <translation>关于此场景</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/notes.py" line="68"/>
        <source>A log of a real system. It tells which events knew of which, by their vector clocks, but not when: each event lies one step behind the last that it knew of.</source>
        <translation>真实系统的日志。它通过向量时钟说明哪些事件知道哪些事件，但不说明时间：每个事件位于它所知的最后一个事件之后一步。</translation>
    </message>
</context>
<context>
    <name>Options</name>
    <message>
        <location filename="../../snapviz/ui/lessons/options.py" line="141"/>
        <source>Drag the rows, or move them with Alt+Up and Alt+Down.</source>
        <translation>拖动各行，或用 Alt+↑ 和 Alt+↓ 移动。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/options.py" line="144"/>
        <source>Click one ring on each line of the diagram, or give the numbers.</source>
        <translation>在图中每条线上点击一个圆圈，或填写编号。</translation>
    </message>
</context>
<context>
    <name>OrderRow</name>
    <message>
        <location filename="../../snapviz/ui/lessons/order_rows.py" line="45"/>
        <source>%1: place %2 of %3</source>
        <translation>%1：第 %2 位，共 %3 位</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/order_rows.py" line="46"/>
        <source>Alt+Up and Alt+Down move it</source>
        <translation>用 Alt+↑ 和 Alt+↓ 移动它</translation>
    </message>
</context>
<context>
    <name>Parting</name>
    <message>
        <location filename="../../snapviz/ui/parting.py" line="59"/>
        <source>Cut off %1</source>
        <translation>隔开 %1</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/parting.py" line="64"/>
        <source>Heal the network</source>
        <translation>恢复网络连通</translation>
    </message>
</context>
<context>
    <name>PastCard</name>
    <message>
        <location filename="../../snapviz/ui/panels/recovery_past.py" line="101"/>
        <source>Recoveries of this run</source>
        <translation>本次运行的恢复</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/recovery_past.py" line="102"/>
        <source>Which recovery</source>
        <translation>哪一次恢复</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/recovery_past.py" line="103"/>
        <source>The recovery step by step</source>
        <translation>逐步讲述恢复</translation>
    </message>
</context>
<context>
    <name>ProcessFilter</name>
    <message>
        <location filename="../../snapviz/ui/panels/process_filter.py" line="44"/>
        <source>All processes</source>
        <translation>所有进程</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/process_filter.py" line="48"/>
        <source>Events of which process</source>
        <translation>显示哪个进程的事件</translation>
    </message>
</context>
<context>
    <name>ProtocolBars</name>
    <message>
        <location filename="../../snapviz/ui/panels/protocol_cost.py" line="53"/>
        <source>inconsistent</source>
        <translation>不一致</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/protocol_cost.py" line="53"/>
        <source>wrong</source>
        <translation>错误</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/protocol_cost.py" line="54"/>
        <source>not complete</source>
        <translation>未完成</translation>
    </message>
</context>
<context>
    <name>ProtocolChoice</name>
    <message>
        <location filename="../../snapviz/ui/studies/protocol_choice.py" line="75"/>
        <source>All protocols</source>
        <translation>所有协议</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/studies/protocol_choice.py" line="81"/>
        <source>Which protocols take the snapshots</source>
        <translation>由哪些协议做快照</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/studies/protocol_choice.py" line="86"/>
        <source>All %1 protocols</source>
        <translation>全部 %1 种协议</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/studies/protocol_choice.py" line="89"/>
        <source>%1 protocols</source>
        <translation>%1 种协议</translation>
    </message>
</context>
<context>
    <name>ProtocolCostCard</name>
    <message>
        <location filename="../../snapviz/ui/panels/protocol_cost.py" line="131"/>
        <source>Cancelled.</source>
        <translation>已取消。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/protocol_cost.py" line="133"/>
        <source>The run is long: it is compared when you ask for it.</source>
        <translation>运行很长：需要时请自行比较。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/protocol_cost.py" line="134"/>
        <source>Comparing…</source>
        <translation>正在比较…</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/protocol_cost.py" line="137"/>
        <source>Cost of each protocol on this run</source>
        <translation>各协议在这次运行上的代价</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/protocol_cost.py" line="138"/>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
</context>
<context>
    <name>Questions</name>
    <message>
        <location filename="../../snapviz/ui/panels/snapshot_questions.py" line="55"/>
        <source>It never happened</source>
        <translation>从未发生</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/snapshot_questions.py" line="56"/>
        <source>Break it</source>
        <translation>破坏它</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/snapshot_questions.py" line="60"/>
        <source>Show a run that passes through the state %1 recorded</source>
        <translation>显示一次经过 %1 所记录状态的运行</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/snapshot_questions.py" line="61"/>
        <source>Break what %1 relies on</source>
        <translation>破坏 %1 所依赖的条件</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/words.py" line="11"/>
        <source>Which messages does %1 record on %2 → %3?</source>
        <translation>%1 在 %2 → %3 上记录了哪些消息？</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/words.py" line="12"/>
        <source>%1 is received before %2 records: it is in the state of %2.</source>
        <translation>%1在 %2 记录之前收到：它已在 %2 的状态里。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/words.py" line="13"/>
        <source>%1 is sent before %2 records and received after %3 does: it is in transit.</source>
        <translation>%1在 %2 记录之前发出，在 %3 记录之后收到：它在途中。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/words.py" line="16"/>
        <source>None: the channel is empty</source>
        <translation>没有：通道是空的</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/words.py" line="17"/>
        <source>%1 is sent only after %2 has recorded: the cut does not know it.</source>
        <translation>%1在 %2 记录之后才发出：割集不知道它。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/words.py" line="20"/>
        <source>%1 was lost: it is on no channel.</source>
        <translation>%1丢失了：它不在任何通道上。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/words.py" line="21"/>
        <source>No message is in transit on this channel.</source>
        <translation>这条通道上没有消息在途。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/words.py" line="22"/>
        <source>%1 is received inside the cut but sent outside it: an effect without its cause.</source>
        <translation>%1在割集之内收到，却在割集之外发出：有果无因。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/words.py" line="26"/>
        <source>%1 is sent outside the cut, and not received inside it either.</source>
        <translation>%1在割集之外发出，也不在割集之内收到。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/words.py" line="29"/>
        <source>Is the cut of %1 consistent? If not, which message breaks it?</source>
        <translation>%1 的割集是一致的吗？若不是，哪条消息破坏了它？</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/words.py" line="30"/>
        <source>A cut leaves so many events of each process inside: %1. Is it consistent? If not, which message breaks it?</source>
        <translation>一个割集把每个进程的这么多事件划在其内：%1。它是一致的吗？若不是，哪条消息破坏了它？</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/words.py" line="34"/>
        <source>None: the cut is consistent</source>
        <translation>没有：割集是一致的</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/words.py" line="35"/>
        <source>%1 is sent inside the cut and not received there: it is in transit.</source>
        <translation>%1在割集之内发出，未在割集之内收到：它在途中。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/words.py" line="38"/>
        <source>%1 is sent and received inside the cut; it breaks nothing.</source>
        <translation>%1在割集之内发出，也在割集之内收到；它没有破坏什么。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/words.py" line="39"/>
        <source>No message breaks this cut.</source>
        <translation>没有消息破坏这个割集。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/words.py" line="44"/>
        <source>At %1 ms the marker of %2 from %3 reaches %4. What does %4 do?</source>
        <translation>在 %1 ms，%2 的标记从 %3 到达 %4。%4 做什么？</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/words.py" line="51"/>
        <source>It records its state, takes %1 → %2 as empty, and sends markers on.</source>
        <translation>它记录状态，把 %1 → %2 记为空，并继续发出标记。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/words.py" line="54"/>
        <source>It closes %1 → %2: what has come since it recorded is the state of the channel.</source>
        <translation>它结束 %1 → %2：自它记录以来到达的就是通道的状态。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/words.py" line="58"/>
        <source>It sends the marker on and records nothing yet.</source>
        <translation>它转发标记，暂不记录什么。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/words.py" line="70"/>
        <source>They are concurrent</source>
        <translation>两者并发</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/words.py" line="72"/>
        <source>event %1 of %2 (%3 ms)</source>
        <translation>%2 的第 %1 个事件（%3 ms）</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/words.py" line="73"/>
        <source>%1 crashes. From which checkpoint does each process go on? The initial state is 0.</source>
        <translation>%1 崩溃。每个进程从哪个检查点继续？初始状态是 0。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/words.py" line="77"/>
        <source>%1 (%2; %3: it stays as it is)</source>
        <translation>%1（%2；%3：保持原样）</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/words.py" line="83"/>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/words.py" line="88"/>
        <source>%1 has nothing numbered so; there are %2.</source>
        <translation>%1 没有这个编号；有的是 %2。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/words.py" line="78"/>
        <source>A number for every process is needed.</source>
        <translation>每个进程都需要一个数。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/words.py" line="40"/>
        <source>It is the first marker of %2 that %1 gets: before anything else, %1 records its state.</source>
        <translation>这是 %1 收到的第一个 %2 的标记：%1 首先记录自己的状态。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/words.py" line="47"/>
        <source>%1 has recorded its state for %4 at %2 ms already; this marker only ends the recording of %3 → %1.</source>
        <translation>%1 在 %2 ms 已为 %4 记录了状态；这个标记只结束对 %3 → %1 的记录。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/words.py" line="59"/>
        <source>In the vector of %1 the entry of %3 is %2, so %4 is counted in it: it came first.</source>
        <translation>在 %1的向量里，%3 的分量是 %2，所以 %4已算在其中：它在先。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/words.py" line="63"/>
        <source>In the vector of %1 the entry of %3 is only %2, so nothing leads there from %4; the other way round it is the same.</source>
        <translation>在 %1的向量里，%3 的分量只有 %2，所以没有什么从 %4通到那里；反过来也一样。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/words.py" line="67"/>
        <source>How do these two stand to each other: %1, and %2?</source>
        <translation>%1与 %2是什么关系？</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/words.py" line="68"/>
        <source>The first happened before the second</source>
        <translation>前者先于后者发生</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/words.py" line="69"/>
        <source>The second happened before the first</source>
        <translation>后者先于前者发生</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/words.py" line="71"/>
        <source>%1 → %2 %3 (sent at %4 ms)</source>
        <translation>%1 → %2 %3（%4 ms 发出）</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/words.py" line="79"/>
        <source>These states go together, but there are later ones that do: less need be undone.</source>
        <translation>这些状态彼此相容，但还有更晚的也相容：不必撤销这么多。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/words.py" line="84"/>
        <source>There %1 would be an orphan: received, and never sent. The receiver must go further back.</source>
        <translation>那样，%1就会成为孤儿消息：收到了，却从未发出。接收方必须再退。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/words.py" line="89"/>
        <source>Fill in the vector clock of %1.</source>
        <translation>填写 %1的向量时钟。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/words.py" line="90"/>
        <source>The entry of %1 is %2: the last of its events from which messages lead here is %3.</source>
        <translation>%1 的分量是 %2：它的事件中有消息通到这里的最后一个是 %3。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/words.py" line="94"/>
        <source>The entry of %1 itself counts its own events, this one included: %2.</source>
        <translation>%1 自己的分量数它自己的事件，包括这一个：%2。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/words.py" line="97"/>
        <source>No event of %1 is in the past of this one, so its entry is 0.</source>
        <translation>%1 没有事件在它的过去里，所以分量是 0。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/words.py" line="98"/>
        <source>event %1 of %2</source>
        <translation>%2 的事件 %1</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/words.py" line="99"/>
        <source>No effect comes before its cause here either: %1.</source>
        <translation>这里同样没有结果先于原因：%1。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/words.py" line="100"/>
        <source>In which of these orders could the events have happened, with the same messages?</source>
        <translation>在消息不变的情况下，这些事件可能以其中哪些次序发生？</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/words.py" line="104"/>
        <source>%1, then %2</source>
        <translation>%1，然后 %2</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/words.py" line="115"/>
        <source>In this order %1 comes before its cause, %2.</source>
        <translation>在这个次序里，%1 先于它的原因 %2。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/words.py" line="116"/>
        <source>A program with one mistake in its rules recorded for %1: %2. What does it do wrong?</source>
        <translation>一个规则有一处错误的程序为 %1 记录了：%2。它错在哪里？</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/words.py" line="120"/>
        <source>%1 was recorded on its channel, though it is not on its way.</source>
        <translation>%1并不在途，却被记录在它的通道上。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/words.py" line="121"/>
        <source>With that mistake it would have recorded: %1.</source>
        <translation>若是那个错误，它会记录：%1。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/words.py" line="122"/>
        <source>%1 is in a state, though it was not yet sent: an orphan.</source>
        <translation>%1还没有发出，却已在某个状态里：孤儿消息。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/words.py" line="123"/>
        <source>%1 is on its way, and was recorded nowhere.</source>
        <translation>%1在途中，却哪里也没有记录。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/words.py" line="124"/>
        <source>It records no channel at all.</source>
        <translation>它不记录任何通道。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/words.py" line="125"/>
        <source>It records its state only with the last marker.</source>
        <translation>它直到最后一个标记才记录自己的状态。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/words.py" line="126"/>
        <source>It goes on recording every channel until the last marker.</source>
        <translation>它一直记录每条通道，直到最后一个标记。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/words.py" line="127"/>
        <source>The next marker ends the recording of all channels.</source>
        <translation>下一个标记就结束所有通道的记录。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/words.py" line="128"/>
        <source>All are to agree on %1. What becomes of it by the end of the run?</source>
        <translation>大家要就 %1 达成一致。到运行结束时它会怎样？</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/words.py" line="161"/>
        <source>At the end of the run no process has a decision on %1 on its log.</source>
        <translation>运行结束时，没有进程的日志上有关于 %1 的决定。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/words.py" line="131"/>
        <source>By %1 ms a majority has accepted it, and so it is committed.</source>
        <translation>到 %1 ms，已有多数接受了它，于是它得到提交。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/words.py" line="132"/>
        <source>By %1 ms a majority has it on its log, and so it is committed.</source>
        <translation>到 %1 ms，多数的日志上已有它，于是它得到提交。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/words.py" line="135"/>
        <source>Everybody votes yes, and so at %1 ms the coordinator decides to commit.</source>
        <translation>全都投了赞成票，于是协调者在 %1 ms 决定提交。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/words.py" line="138"/>
        <source>The coordinator is back at %1 ms and finds no decision on its log, so it has told nobody to commit: it aborts.</source>
        <translation>协调者在 %1 ms 恢复运行，在自己的日志上没有找到决定，可见它没有让任何进程提交过：于是它中止。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/words.py" line="142"/>
        <source>At %1 ms votes are still missing, and so the coordinator aborts.</source>
        <translation>到 %1 ms 仍缺选票，于是协调者中止。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/words.py" line="145"/>
        <source>%1 votes no, and one no is enough: at %2 ms it is aborted.</source>
        <translation>%1 投了反对票，而一张反对票就够了：在 %2 ms 中止。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/words.py" line="146"/>
        <source>What was recorded is not whole or stands no more: at %1 ms it is aborted.</source>
        <translation>所记录的不完整，或者已不再成立：在 %1 ms 中止。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/words.py" line="149"/>
        <source>By the end nobody knows of a majority that has accepted it, so nobody may decide.</source>
        <translation>直到结束，没有进程得知多数已接受它，所以谁也不得决定。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/words.py" line="153"/>
        <source>By the end no leader knows of a majority with its entry, so none may decide.</source>
        <translation>直到结束，没有领导者得知多数已有它的日志项，所以谁也不得决定。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/words.py" line="157"/>
        <source>Who has voted yes may not decide alone: %1. And the coordinator has told no decision by the end.</source>
        <translation>投了赞成票的进程不得独自决定：%1。而直到结束，协调者也没有告知任何决定。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/words.py" line="164"/>
        <source>It is committed</source>
        <translation>被提交</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/words.py" line="165"/>
        <source>It is aborted</source>
        <translation>被中止</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/words.py" line="166"/>
        <source>It stays undecided</source>
        <translation>悬而未决</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/words.py" line="167"/>
        <source>%1 comes back from checkpoint %2. Which messages are replayed to it?</source>
        <translation>%1 从检查点 %2 恢复。哪些消息会重放给它？</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/words.py" line="170"/>
        <source>%1 is not on the log of what %2 had received by then.</source>
        <translation>%1不在 %2 到那时为止的接收日志里。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/words.py" line="171"/>
        <source>%1 had come, but was not written to the log yet when %2 crashed: it is gone.</source>
        <translation>%1已经到达，但 %2 崩溃时还没有写入日志：它丢失了。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/words.py" line="175"/>
        <source>%1 was received after checkpoint %2, so %3 does not have it there; the log does.</source>
        <translation>%1在检查点 %2 之后收到，所以 %3 在那里没有它；日志里有。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/words.py" line="179"/>
        <source>None: the checkpoint has them all</source>
        <translation>没有：检查点里全都有</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/words.py" line="180"/>
        <source>%1 was received before the checkpoint: it is in the saved state.</source>
        <translation>%1在检查点之前收到：它已在所保存的状态里。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/words.py" line="183"/>
        <source>Nothing that stands was received after checkpoint %1 of %2.</source>
        <translation>在 %2 的检查点 %1 之后，没有仍然有效的接收。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/words.py" line="184"/>
        <source>%1 begins at %2 ms and is complete at %3 ms. Which of these states can it record? In brackets: how many events lie before.</source>
        <translation>%1 在 %2 ms 开始，在 %3 ms 完成。它可能记录其中哪些状态？括号里是之前的事件数。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/words.py" line="188"/>
        <source>%1 is received inside this state but sent outside it: an effect without its cause.</source>
        <translation>%1在这个状态之内收到，却在它之外发出：有果无因。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/words.py" line="192"/>
        <source>It could also be this: %1. All in it goes together.</source>
        <translation>也可能是这个：%1。其中一切都相合。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/words.py" line="193"/>
        <source>When %1 began, %2 had %3 events behind it already; no snapshot is of a state before it began.</source>
        <translation>%1 开始时，%2 已经发生了 %3 个事件；快照不会是它开始之前的状态。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/words.py" line="197"/>
        <source>When %1 was complete, %2 had only %3 events behind it; the rest was still to come.</source>
        <translation>%1 完成时，%2 只发生了 %3 个事件；其余的还没有发生。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/words.py" line="201"/>
        <source>After which of these crashes is %1 no longer to be had whole?</source>
        <translation>在哪些崩溃之后，再也得不到完整的 %1？</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/words.py" line="202"/>
        <source>The part of %1 is with itself and %2 only: all are down.</source>
        <translation>%1 的部分只有它自己和 %2 持有：全都停机了。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/words.py" line="203"/>
        <source>None: it survives each of these</source>
        <translation>没有：每一种它都能幸存</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/words.py" line="204"/>
        <source>The part of %1 is with itself alone.</source>
        <translation>%1 的部分只在它自己那里。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/words.py" line="205"/>
        <source>Without %1 each part is still to be had from somebody.</source>
        <translation>即使没有 %1，每个部分仍有某个进程持有。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/words.py" line="206"/>
        <source>It survives each of these.</source>
        <translation>每一种崩溃它都经受得住。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/words.py" line="207"/>
        <source>%1 asks when its clock reads %2 ms and has the answer at %3; the server read %4 when it was asked and %5 when it answered. What does %1 add to its clock?</source>
        <translation>%1 在自己的时钟为 %2 ms 时询问，在 %3 得到回答；服务器被问时读数为 %4，回答时为 %5。%1 给自己的时钟加上多少？</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/words.py" line="211"/>
        <source>The way there and back took %1 ms. Half of it, %2, after the server has spoken, it must be %3 there; the difference to %4 is added.</source>
        <translation>往返用了 %1 ms。服务器发话之后再过一半，即 %2，那里应是 %3；加上的是它与 %4 之差。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/words.py" line="215"/>
        <source>That forgets the way: the answer is about %1 ms old when it comes.</source>
        <translation>这忘了路上的时间：回答到达时大约已经过了 %1 ms。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/words.py" line="218"/>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/words.py" line="219"/>
        <source>None of them comes out right here.</source>
        <translation>这里没有一个得到正确的结果。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/words.py" line="220"/>
        <source>By %1 it comes out right, with %2 control messages.</source>
        <translation>“%1”的结果正确，用了 %2 条控制消息。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/words.py" line="221"/>
        <source>By which of these does %1 come out right on this run?</source>
        <translation>在这次运行里，用其中哪些能得到正确的 %1？</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/words.py" line="222"/>
        <source>None of them</source>
        <translation>都不能</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/words.py" line="223"/>
        <source>By %1 it is not complete at the end, at %2 ms.</source>
        <translation>“%1”到 %2 ms 运行结束时仍未完成。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/words.py" line="224"/>
        <source>By %1 it has an orphan: %2.</source>
        <translation>“%1”会有孤儿消息：%2。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/words.py" line="225"/>
        <source>By %1 a message on its way is missing: %2.</source>
        <translation>“%1”漏记了一条在途的消息：%2。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/words.py" line="226"/>
        <source>By %1 a message is recorded that is not on its way: %2.</source>
        <translation>“%1”记录了一条并不在途的消息：%2。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/words.py" line="227"/>
        <source>By %1 the sum does not come out.</source>
        <translation>“%1”记录的总和不对。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/words.py" line="228"/>
        <source>The clocks are to stay as they were.</source>
        <translation>时钟要保持原样。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/words.py" line="229"/>
        <source>Clocks to be changed: %1, and not %2.</source>
        <translation>要改动的时钟：%1 个，而不是 %2 个。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/words.py" line="230"/>
        <source>The channels are to stay as they were.</source>
        <translation>通道要保持原样。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/words.py" line="231"/>
        <source>Channels to be changed: %1, and not %2.</source>
        <translation>要改动的通道：%1 条，而不是 %2 条。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/words.py" line="232"/>
        <source>The script is to stay as it was.</source>
        <translation>脚本要保持原样。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/words.py" line="233"/>
        <source>Actions of the script to be changed: %1, and not %2.</source>
        <translation>脚本中要改动的动作：%1 个，而不是 %2 个。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/words.py" line="234"/>
        <source>The delays of single messages are to stay as they were.</source>
        <translation>单条消息的时延要保持原样。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/words.py" line="235"/>
        <source>Delays of single messages to be changed: %1, and not %2.</source>
        <translation>要改动时延的消息：%1 条，而不是 %2 条。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/words.py" line="236"/>
        <source>Something else was changed that is to stay as it was.</source>
        <translation>改动了本该保持原样的其他内容。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/words.py" line="105"/>
        <source>Put these events into an order in which they could have happened, with the same messages.</source>
        <translation>消息不变，把这些事件排成一种可能发生的次序。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/words.py" line="109"/>
        <source>It happened in one order. Put these events into another one in which they could have happened, with the same messages.</source>
        <translation>它们按某一种次序发生了。消息不变，把这些事件排成另一种可能发生的次序。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/words.py" line="113"/>
        <source>Every event has one place in the order.</source>
        <translation>每个事件在次序中恰有一个位置。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/words.py" line="114"/>
        <source>That is how it happened; what is asked for is another order.</source>
        <translation>这正是实际发生的次序；要的是另一种次序。</translation>
    </message>
</context>
<context>
    <name>Recovery</name>
    <message>
        <location filename="../../snapviz/ui/recovery.py" line="92"/>
        <source>Untitled scenario</source>
        <translation>未命名场景</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/recovery.py" line="94"/>
        <source>%1 was being edited when snapviz ended unexpectedly.</source>
        <translation>snapviz 意外结束时正在编辑 %1。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/recovery.py" line="95"/>
        <source>Restore the unsaved work</source>
        <translation>恢复未保存的工作</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/recovery_words.py" line="48"/>
        <source>a message</source>
        <translation>一条消息</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/recovery_words.py" line="50"/>
        <source>%1 from %2, sent at %3 ms</source>
        <translation>%2 于 %3 ms 发出的 %1</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/recovery_words.py" line="75"/>
        <source>its initial state</source>
        <translation>初始状态</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/recovery_words.py" line="76"/>
        <source>checkpoint %1</source>
        <translation>检查点 %1</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/recovery_words.py" line="87"/>
        <source>%1 is down: it starts again from %2, taken at %3 ms.</source>
        <translation>%1 已停机：它从 %3 ms 时取的%2重新开始。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/recovery_words.py" line="89"/>
        <source>%1 crashes: it starts again from %2, taken at %3 ms.</source>
        <translation>%1 崩溃：它从 %3 ms 时取的%2重新开始。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/recovery_words.py" line="95"/>
        <source>%1 goes back to %2: it has received %3, which %4 has not sent after all.</source>
        <translation>%1 退回到%2：它收到了 %3，而 %4 终究没有发送它。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/recovery_words.py" line="100"/>
        <source>%1 goes back to %2: it has received what was not sent after all: %3.</source>
        <translation>%1 退回到%2：它收到了终究没有发送的消息：%3。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/recovery_words.py" line="105"/>
        <source>%1; and %2 more</source>
        <translation>%1；另有 %2 条</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/recovery_words.py" line="114"/>
        <source>From there it replays 1 message it had received.</source>
        <translation>从那里它重放 1 条收到过的消息。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/recovery_words.py" line="115"/>
        <source>From there it replays %1 messages it had received.</source>
        <translation>从那里它重放 %1 条收到过的消息。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/recovery_words.py" line="121"/>
        <source>No message is an orphan now: this is the recovery line.</source>
        <translation>现在没有孤儿消息：这就是恢复线。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/recovery_words.py" line="124"/>
        <source>1 event is undone.</source>
        <translation>撤销 1 个事件。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/recovery_words.py" line="126"/>
        <source>%1 events are undone.</source>
        <translation>撤销 %1 个事件。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/recovery_words.py" line="134"/>
        <source>Lost for good: %1.</source>
        <translation>永久丢失：%1。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/recovery_words.py" line="135"/>
        <source>Delivered again: %1.</source>
        <translation>重新投递：%1。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/recovery_words.py" line="151"/>
        <source>%1 ms: all roll back to %2 ms</source>
        <translation>%1 ms：全部回滚到 %2 ms</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/recovery_words.py" line="154"/>
        <source>%1 ms: %2 restarts</source>
        <translation>%1 ms：%2 重启</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/recovery_words.py" line="160"/>
        <source>Undone events: %1. Replayed: %2. Lost: %3. Delivered again: %4.</source>
        <translation>撤销的事件：%1。重放：%2。丢失：%3。重新投递：%4。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/recovery_words.py" line="177"/>
        <source>orphan, never sent after all: %1</source>
        <translation>孤儿消息，终究没有发送：%1</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/recovery_words.py" line="178"/>
        <source>delivered again: %1</source>
        <translation>重新投递：%1</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/recovery_words.py" line="179"/>
        <source>lost for good: %1</source>
        <translation>永久丢失：%1</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/recovery_words.py" line="183"/>
        <source>%1 had crashed with %2</source>
        <translation>%1 崩溃时为 %2</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/recovery_words.py" line="185"/>
        <source>%1 starts from %2: %3</source>
        <translation>%1 从%2开始：%3</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/recovery_words.py" line="193"/>
        <source>%1: events undone: %2</source>
        <translation>%1：撤销的事件：%2</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/recovery_words.py" line="194"/>
        <source>%1 goes on with %2</source>
        <translation>%1 以 %2 继续</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/recovery_words.py" line="219"/>
        <source>%1 receives %2 from %3 again: %4 → %5</source>
        <translation>%1 再次收到 %3 的 %2：%4 → %5</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/recovery_words.py" line="222"/>
        <source>%1 had sent %2 to %3, so it is not sent again: %4 → %5</source>
        <translation>%1 已向 %3 发过 %2，故不再发送：%4 → %5</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/recovery_words.py" line="191"/>
        <source>%1: its stable storage is lost with the machine</source>
        <translation>%1：它的稳定存储随机器一起丢失</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/recovery_words.py" line="197"/>
        <source>%1 takes over as %2</source>
        <translation>%1 以 %2 的身份接替</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/recovery_words.py" line="211"/>
        <source>its own part of %1</source>
        <translation>它自己在 %1 中的部分</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/recovery_words.py" line="212"/>
        <source>the copy on %2 of its part of %1</source>
        <translation>%2 上保存的它在 %1 中的部分的副本</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/recovery_costs.py" line="87"/>
        <source>no checkpoints</source>
        <translation>无检查点</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/recovery_costs.py" line="89"/>
        <source>no log</source>
        <translation>无日志</translation>
    </message>
</context>
<context>
    <name>RecoveryCostCard</name>
    <message>
        <location filename="../../snapviz/ui/panels/recovery_costs.py" line="139"/>
        <source>Comparing… %1 %</source>
        <translation>正在比较… %1 %</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/recovery_costs.py" line="156"/>
        <source>Marked: as this scenario does it.</source>
        <translation>已标出：本场景的做法。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/recovery_costs.py" line="159"/>
        <source>Run this scenario under every policy and method, and see what each costs.</source>
        <translation>用每种检查点策略和日志方法运行本场景，看看各自的代价。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/recovery_costs.py" line="162"/>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/recovery_costs.py" line="162"/>
        <source>Compare policies</source>
        <translation>比较各种策略</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/recovery_costs.py" line="172"/>
        <source>Cost of each way to recover</source>
        <translation>各种恢复方式的代价</translation>
    </message>
</context>
<context>
    <name>RecoveryPanel</name>
    <message>
        <location filename="../../snapviz/ui/panels/recovery.py" line="131"/>
        <source>Recovery</source>
        <translation>恢复</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/recovery.py" line="107"/>
        <source>Crash %1 and restart</source>
        <translation>使 %1 崩溃并重启</translation>
    </message>
</context>
<context>
    <name>Refusals</name>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="7"/>
        <source>%1; allowed: %2</source>
        <translation>%1；允许：%2</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="8"/>
        <source> (did you mean %1?)</source>
        <translation>（是否想写 %1？）</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="9"/>
        <source>and 1 more problem</source>
        <translation>还有 1 个问题</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="10"/>
        <source>and %1 more problems</source>
        <translation>还有 %1 个问题</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="12"/>
        <source>(document)</source>
        <translation>（整个文件）</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="13"/>
        <source>(file)</source>
        <translation>（文件）</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="14"/>
        <source>line %1</source>
        <translation>第 %1 行</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="16"/>
        <source>line %1 column %2</source>
        <translation>第 %1 行第 %2 列</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="17"/>
        <source>line %1 node %2</source>
        <translation>第 %1 行节点 %2</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="18"/>
        <source>line %1 edge %2 -&gt; %3</source>
        <translation>第 %1 行边 %2 -&gt; %3</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="25"/>
        <source>a list</source>
        <translation>列表</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="26"/>
        <source>an object</source>
        <translation>对象</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="27"/>
        <source>a number beyond 10^308</source>
        <translation>超出 10^308 的数</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="28"/>
        <source>an integer of about %1 digits</source>
        <translation>约 %1 位的整数</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="29"/>
        <source>half of a surrogate pair (U+%1)</source>
        <translation>半个代理对（U+%1）</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="30"/>
        <source>the control character U+%1</source>
        <translation>控制字符 U+%1</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="31"/>
        <source>%1, ... (%2 in all)</source>
        <translation>%1……（共 %2 个）</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="32"/>
        <source>nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="34"/>
        <source>%1 is not a list</source>
        <translation>%1 不是列表</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="35"/>
        <source>%1 is not an object</source>
        <translation>%1 不是对象</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="36"/>
        <source>%1 is not text</source>
        <translation>%1 不是文本</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="37"/>
        <source>%1 is not a yes or no</source>
        <translation>%1 不是是或否</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="38"/>
        <source>%1 is not a number</source>
        <translation>%1 不是数</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="39"/>
        <source>%1 is not a number in JSON</source>
        <translation>%1 不是 JSON 中的数</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="40"/>
        <source>%1 is not an integer</source>
        <translation>%1 不是整数</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="41"/>
        <source>%1 is negative</source>
        <translation>%1 是负数</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="42"/>
        <source>%1 is too small</source>
        <translation>%1 太小</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="43"/>
        <source>%1 is too large</source>
        <translation>%1 太大</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="44"/>
        <source>%1 is too small to hold</source>
        <translation>%1 小得无法表示</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="45"/>
        <source>%1 is too large to hold</source>
        <translation>%1 大得无法表示</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="46"/>
        <source>%1 has more than 3 decimals</source>
        <translation>%1 的小数超过 3 位</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="47"/>
        <source>%1 is unknown</source>
        <translation>%1 未知</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="48"/>
        <source>%1 is empty</source>
        <translation>%1 为空</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="49"/>
        <source>%1 is out of range</source>
        <translation>%1 超出范围</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="50"/>
        <source>%1 holds %2</source>
        <translation>%1 含有%2</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="51"/>
        <source>the name %1 holds %2</source>
        <translation>名称 %1 含有%2</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="52"/>
        <source>the list is empty</source>
        <translation>列表为空</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="53"/>
        <source>the list has %1 values</source>
        <translation>列表有 %1 个值</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="54"/>
        <source>%1 is above %2</source>
        <translation>%1 高于 %2</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="55"/>
        <source>is missing</source>
        <translation>缺失</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="56"/>
        <source>is an unknown field</source>
        <translation>是未知的字段</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="57"/>
        <source>is missing; required here: %1</source>
        <translation>缺失；此处必需：%1</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="58"/>
        <source>brackets are nested too deep</source>
        <translation>括号嵌套过深</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="59"/>
        <source>%1 is not the id of a process</source>
        <translation>%1 不是进程的标识</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="60"/>
        <source>%1 is already in group %2</source>
        <translation>%1 已在第 %2 组中</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="61"/>
        <source>%1 is already the id of %2; each may be given once</source>
        <translation>%1 已是 %2 的标识；每个只能给一次</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="62"/>
        <source>the channel from %1 to %2 is already given by %3; each may be given once</source>
        <translation>从 %1 到 %2 的通道已由 %3 给出；每个只能给一次</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="66"/>
        <source>%1 is in reports also the name of %2; each may be given once</source>
        <translation>%1 在报告中也是 %2 的名称；每个只能给一次</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="67"/>
        <source>message %1 from %2 to %3 is already pinned by %4; each may be given once</source>
        <translation>从 %2 到 %3 的第 %1 条消息已由 %4 固定；每个只能给一次</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="71"/>
        <source>%1 is already the name of %2; each may be given once</source>
        <translation>%1 已是 %2 的名称；每个只能给一次</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="72"/>
        <source>is given twice in the same object</source>
        <translation>在同一对象中给出了两次</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="73"/>
        <source>%1 is where the channel starts</source>
        <translation>%1 是通道的起点</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="74"/>
        <source>there is no channel from %1 to %2</source>
        <translation>没有从 %1 到 %2 的通道</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="75"/>
        <source>is given without every_ms</source>
        <translation>给出时缺少 every_ms</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="76"/>
        <source>is given beside initiator</source>
        <translation>与 initiator 同时给出</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="77"/>
        <source>is only for &quot;protocol&quot;: &quot;global-clock&quot;</source>
        <translation>仅用于 &quot;protocol&quot;: &quot;global-clock&quot;</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="78"/>
        <source>is missing; a global-clock snapshot starts when the clocks read it</source>
        <translation>缺失；全局时钟快照在各时钟读到它时开始</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="82"/>
        <source>%1 is more than there are other processes</source>
        <translation>%1 多于其他进程的数目</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="83"/>
        <source>%1 is later than the rollback itself</source>
        <translation>%1 晚于回滚本身</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="84"/>
        <source>%1 is before the branch begins</source>
        <translation>%1 早于分支的开始</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="85"/>
        <source>is the process itself</source>
        <translation>就是该进程本身</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="89"/>
        <source>there is no branch %1</source>
        <translation>没有分支 %1</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="90"/>
        <source>there is already a branch %1</source>
        <translation>已有分支 %1</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="91"/>
        <source>a branch needs a name of at least one character</source>
        <translation>分支名称至少需要一个字符</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="92"/>
        <source>the workload sent this message, so no line of the script can delay it</source>
        <translation>此消息由工作负载发送，脚本中没有可以推迟它的行</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="95"/>
        <source>a pin says when this message arrives, and it beats the script</source>
        <translation>固定时延决定了此消息何时到达，它优先于脚本</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="96"/>
        <source>the workload has one token</source>
        <translation>该工作负载只有一个令牌</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="97"/>
        <source>is 0, so time would stand still</source>
        <translation>为 0，时间将停止不前</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="98"/>
        <source>%1 is not a scenario</source>
        <translation>%1 不是场景</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="99"/>
        <source>%1 is not a version</source>
        <translation>%1 不是版本号</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="100"/>
        <source>version %1 was written by a newer snapviz; this one reads 1 to %2, so upgrade snapviz to open it</source>
        <translation>版本 %1 由更新的 snapviz 写成；本程序可读 1 到 %2，请升级 snapviz 后再打开</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="105"/>
        <source>cannot be brought up from version %1: %2</source>
        <translation>无法从版本 %1 升级：%2</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="106"/>
        <source>reading stopped here; there may be more</source>
        <translation>读到此处为止；可能还有更多问题</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="107"/>
        <source>cannot be kept in a file: %1</source>
        <translation>无法保存到文件：%1</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="109"/>
        <source>milliseconds from %1 to %2, with up to 3 decimals</source>
        <translation>%1 到 %2 毫秒，至多 3 位小数</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="110"/>
        <source>parts per million from %1 to %2, with up to 3 decimals</source>
        <translation>百万分之 %1 到 %2，至多 3 位小数</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="111"/>
        <source>a probability from %1 to %2</source>
        <translation>%1 到 %2 的概率</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="112"/>
        <source>a number from %1 to %2</source>
        <translation>%1 到 %2 的数</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="113"/>
        <source>an integer from %1 to %2</source>
        <translation>%1 到 %2 的整数</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="114"/>
        <source>from %1 on</source>
        <translation>从 %1 起</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="115"/>
        <source>at most %1</source>
        <translation>至多 %1</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="116"/>
        <source>at most %1, so fewer processes</source>
        <translation>至多 %1，因此请减少进程</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="117"/>
        <source>at least one process</source>
        <translation>至少一个进程</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="118"/>
        <source>at least one value</source>
        <translation>至少一个值</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="119"/>
        <source>at least one item</source>
        <translation>至少一项</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="120"/>
        <source>at least one character</source>
        <translation>至少一个字符</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="121"/>
        <source>an object with %1</source>
        <translation>含 %1 的对象</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="122"/>
        <source>a string in quotes</source>
        <translation>带引号的字符串</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="123"/>
        <source>printable characters</source>
        <translation>可打印字符</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="124"/>
        <source>printable characters, line breaks and tabs</source>
        <translation>可打印字符、换行与制表符</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="125"/>
        <source>another process</source>
        <translation>另一个进程</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="126"/>
        <source>another process, or no on</source>
        <translation>另一个进程，或不写 on</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="130"/>
        <source>both, or neither</source>
        <translation>两者都给或都不给</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="131"/>
        <source>one of the two</source>
        <translation>两者之一</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="132"/>
        <source>the id of the process that starts it</source>
        <translation>发起它的进程的标识</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="133"/>
        <source>1 at one process, else 0</source>
        <translation>一个进程为 1，其余为 0</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="134"/>
        <source>a duration that can exceed 0</source>
        <translation>可以大于 0 的时长</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="135"/>
        <source>integers of at most 64 bits</source>
        <translation>至多 64 位的整数</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="136"/>
        <source>finite numbers</source>
        <translation>有限的数</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="137"/>
        <source>%1 levels</source>
        <translation>%1 层</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="138"/>
        <source>the name of one</source>
        <translation>其中一个的名称</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="139"/>
        <source>a list of lists of process ids</source>
        <translation>由进程标识列表组成的列表</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="140"/>
        <source>a list of process ids</source>
        <translation>进程标识的列表</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="141"/>
        <source>each process in one group</source>
        <translation>每个进程只在一组中</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="142"/>
        <source>once</source>
        <translation>一次</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="143"/>
        <source>one</source>
        <translation>一个</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="144"/>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="145"/>
        <source>%1, the lower one first</source>
        <translation>%1，较小者在前</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="146"/>
        <source>%1 to %2</source>
        <translation>%1 到 %2</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="147"/>
        <source>[lowest, highest]</source>
        <translation>[最低, 最高]</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="149"/>
        <source>the file is empty; a scenario is a JSON object</source>
        <translation>文件为空；场景是一个 JSON 对象</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="150"/>
        <source>byte %1 is not UTF-8; a scenario is text saved as UTF-8</source>
        <translation>字节 %1 不是 UTF-8；场景是以 UTF-8 保存的文本</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="151"/>
        <source>this is not valid JSON: %1</source>
        <translation>这不是有效的 JSON：%1</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="157"/>
        <source>%1, but the text ends</source>
        <translation>%1，但文本到此结束</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="158"/>
        <source>brackets are nested more than %1 deep here</source>
        <translation>此处括号嵌套超过 %1 层</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="160"/>
        <source>expecting value</source>
        <translation>此处应有一个值</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="161"/>
        <source>expecting property name enclosed in double quotes</source>
        <translation>此处应有带双引号的属性名</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="162"/>
        <source>expecting &apos;:&apos; delimiter</source>
        <translation>此处应有分隔符“:”</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="163"/>
        <source>expecting &apos;,&apos; delimiter</source>
        <translation>此处应有分隔符“,”</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="164"/>
        <source>unterminated string starting at</source>
        <translation>从此处开始的字符串没有结束</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="165"/>
        <source>invalid control character at</source>
        <translation>此处有无效的控制字符</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="166"/>
        <source>invalid \escape</source>
        <translation>无效的转义</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="167"/>
        <source>invalid \escape: </source>
        <translation>无效的转义</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="168"/>
        <source>invalid \uXXXX escape</source>
        <translation>无效的 \uXXXX 转义</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="169"/>
        <source>extra data</source>
        <translation>多余的数据</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="170"/>
        <source>illegal trailing comma before end of object</source>
        <translation>对象结尾前有多余的逗号</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="171"/>
        <source>illegal trailing comma before end of array</source>
        <translation>列表结尾前有多余的逗号</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="172"/>
        <source>this is a folder; name the file inside it</source>
        <translation>这是文件夹；请指明其中的文件</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="173"/>
        <source>cannot be read: %1</source>
        <translation>无法读取：%1</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="174"/>
        <source>cannot be saved: %1</source>
        <translation>无法保存：%1</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="175"/>
        <source>is larger than %1 MB</source>
        <translation>大于 %1 MB</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="176"/>
        <source>it is a folder</source>
        <translation>它是文件夹</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="177"/>
        <source>it is not a regular file</source>
        <translation>它不是普通文件</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="178"/>
        <source>the file is read-only</source>
        <translation>该文件是只读的</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="179"/>
        <source>No such file or directory</source>
        <translation>没有该文件或文件夹</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="180"/>
        <source>Permission denied</source>
        <translation>没有权限</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="181"/>
        <source>Is a directory</source>
        <translation>是文件夹</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="182"/>
        <source>Not a directory</source>
        <translation>不是文件夹</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="183"/>
        <source>No space left on device</source>
        <translation>磁盘空间不足</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="184"/>
        <source>File name too long</source>
        <translation>文件名太长</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="185"/>
        <source>Read-only file system</source>
        <translation>文件系统是只读的</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="186"/>
        <source>Input/output error</source>
        <translation>输入输出错误</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="188"/>
        <source>the text is not %1: %2</source>
        <translation>文本不是 %1：%2</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="189"/>
        <source>cannot be read as text: %1</source>
        <translation>无法作为文本读取：%1</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="190"/>
        <source>cannot be used: %1</source>
        <translation>无法使用：%1</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="191"/>
        <source>nodes and edges with plain attributes</source>
        <translation>只带简单属性的节点和边</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="192"/>
        <source>is not a JSON object with each key once</source>
        <translation>不是每个键只出现一次的 JSON 对象</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="193"/>
        <source>joins a node with itself; remove it: a channel joins two</source>
        <translation>连接节点自身；请删除：通道连接两个进程</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="194"/>
        <source>&lt;!DOCTYPE ...&gt; is not accepted; delete it, GraphML needs none</source>
        <translation>不接受 &lt;!DOCTYPE ...&gt;；请删除，GraphML 不需要它</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="195"/>
        <source>&lt;%1&gt; is not GraphML</source>
        <translation>&lt;%1&gt; 不是 GraphML</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="196"/>
        <source>elements are nested more than %1 deep here</source>
        <translation>此处元素嵌套超过 %1 层</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="197"/>
        <source>&lt;hyperedge&gt; joins more than two</source>
        <translation>&lt;hyperedge&gt; 连接两个以上节点</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="198"/>
        <source>a node has no id; each needs one of its own</source>
        <translation>有节点没有 id；每个都需要自己的 id</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="199"/>
        <source>node %1 is already on line %2; each may be given once</source>
        <translation>节点 %1 已在第 %2 行；每个只能给一次</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="200"/>
        <source>an edge has no source or no target; it needs both</source>
        <translation>有边缺少 source 或 target；两者都需要</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="201"/>
        <source>this is not valid XML: %1</source>
        <translation>这不是有效的 XML：%1</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="202"/>
        <source>there are %1 graphs in this file</source>
        <translation>文件中有 %1 个图</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="203"/>
        <source>the graph has no nodes; a scenario needs at least one process</source>
        <translation>图没有节点；场景至少需要一个进程</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="204"/>
        <source>edge %1 -&gt; %2: there is no node %3; add it, or remove the edge</source>
        <translation>边 %1 -&gt; %2：没有节点 %3；请添加它或删除该边</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="205"/>
        <source>%1 holds a character XML has no place for; rename it</source>
        <translation>%1 含有 XML 不能容纳的字符；请改名</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="206"/>
        <source>syntax error</source>
        <translation>语法错误</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="207"/>
        <source>no element found</source>
        <translation>没有找到元素</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="208"/>
        <source>not well-formed (invalid token)</source>
        <translation>格式不正确（无效的记号）</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="209"/>
        <source>unclosed token</source>
        <translation>未闭合的记号</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="210"/>
        <source>mismatched tag</source>
        <translation>标签不匹配</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="211"/>
        <source>duplicate attribute</source>
        <translation>属性重复</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="212"/>
        <source>junk after document element</source>
        <translation>根元素之后有多余内容</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="213"/>
        <source>undefined entity</source>
        <translation>未定义的实体</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="215"/>
        <source>there is no process %1</source>
        <translation>没有进程 %1</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="216"/>
        <source>there is already a process %1</source>
        <translation>已有进程 %1</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="217"/>
        <source>a process needs a name of at least one character</source>
        <translation>进程的名称至少要有一个字符</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="218"/>
        <source>a process keeps its id</source>
        <translation>进程的标识不能改变</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="219"/>
        <source>a scenario has at least one process</source>
        <translation>场景至少有一个进程</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="220"/>
        <source>there is no channel %1 -&gt; %2</source>
        <translation>没有通道 %1 -&gt; %2</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="221"/>
        <source>there is already a channel %1 -&gt; %2</source>
        <translation>已有通道 %1 -&gt; %2</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="222"/>
        <source>there are already channels both ways between %1 and %2</source>
        <translation>%1 与 %2 之间双向通道都已存在</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="223"/>
        <source>a channel joins two processes, and %1 is one</source>
        <translation>通道连接两个进程，而 %1 只是一个</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="224"/>
        <source>a channel keeps its ends; draw another one instead</source>
        <translation>通道的两端不能改变；请另画一条</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="225"/>
        <source>two channels would both be called %1 in reports</source>
        <translation>两条通道在报告中会同名：%1</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="226"/>
        <source>a channel has no message number %1</source>
        <translation>通道没有第 %1 条消息</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="227"/>
        <source>nothing is chosen that could be copied</source>
        <translation>没有选中可复制的内容</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="228"/>
        <source>what was copied holds no processes; copy some in the topology view first</source>
        <translation>复制的内容中没有进程；请先在拓扑图中复制</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="232"/>
        <source>what was copied cannot be used: %1</source>
        <translation>复制的内容无法使用：%1</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="233"/>
        <source>the script has no entry %1</source>
        <translation>脚本没有第 %1 项</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="234"/>
        <source>%1 cannot stand as far out as %2, %3</source>
        <translation>%1 不能放到 %2, %3 这么远</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="235"/>
        <source>%1 lays out at most %2 connected processes, here are %3; circle, grid, line, tree and shell have no limit</source>
        <translation>%1 最多排列 %2 个相连的进程，此处有 %3 个；circle、grid、line、tree 与 shell 没有上限</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="240"/>
        <source>%1 with %2 processes has %3 channels</source>
        <translation>%2 个进程的 %1 有 %3 条通道</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="241"/>
        <source>a message goes from one process to another</source>
        <translation>消息从一个进程发往另一个进程</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="242"/>
        <source>this is a duplicate its channel made; move the message it is a copy of</source>
        <translation>这是通道产生的副本；请移动它所复制的消息</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="246"/>
        <source>this message is lost on its channel; lower the channel&apos;s loss first</source>
        <translation>这条消息在通道上丢失；请先降低通道的丢失率</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="250"/>
        <source>the workload sent this message, so it is in no line of the script; change the workload, or lose the message by its channel</source>
        <translation>这条消息由工作负载发送，不在脚本的任何一行；请修改工作负载，或让通道丢失它</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="258"/>
        <source>%1: cannot be written: %2</source>
        <translation>%1：无法写入：%2</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="259"/>
        <source>%1: stopped; nothing was written</source>
        <translation>%1：已停止；没有写入任何内容</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="260"/>
        <source>the range from %1 ms to %2 ms is empty; it must lie inside the run, 0 to %3 ms</source>
        <translation>从 %1 毫秒到 %2 毫秒的范围为空；它必须在运行之内，即 0 到 %3 毫秒</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="264"/>
        <source>an image %1 by %2 pixels large is too large; use a smaller width or dpi</source>
        <translation>%1 × %2 像素的图像太大；请减小宽度或每英寸点数</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="268"/>
        <source>a film %1 by %2 pixels large is too large; use a smaller width or dpi</source>
        <translation>%1 × %2 像素的影片太大；请减小宽度或每英寸点数</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="272"/>
        <source>a picture %1 by %2 inches large is too large for TeX, which goes to %3; use a higher dpi, or .pdf</source>
        <translation>%1 × %2 英寸的图片对 TeX 来说太大，上限为 %3；请提高每英寸点数，或使用 .pdf</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="277"/>
        <source>no room for an image of %1 pixels width</source>
        <translation>内存不足以容纳宽 %1 像素的图像</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="278"/>
        <source>no room for an image of %1 by %2 pixels</source>
        <translation>内存不足以容纳 %1 × %2 像素的图像</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="279"/>
        <source>%1: cannot be started: %2</source>
        <translation>%1：无法启动：%2</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="280"/>
        <source>%1: ffmpeg cannot write it: %2</source>
        <translation>%1：ffmpeg 无法写入：%2</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="281"/>
        <source>MP4 needs an encoder, which is not installed: %1</source>
        <translation>导出 MP4 需要编码器，尚未安装：%1</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="19"/>
        <source>line %1 host %2</source>
        <translation>第 %1 行 主机 %2</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="20"/>
        <source>--parser column %1</source>
        <translation>--parser 第 %1 列</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="21"/>
        <source>--delimiter column %1</source>
        <translation>--delimiter 第 %1 列</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="283"/>
        <source>unknown host: its clock counts %1 events of %2, which logs none; add that host&apos;s log</source>
        <translation>未知主机：它的时钟计入了 %2 的 %1 个事件，而那台主机没有任何日志；请加入它的日志</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="287"/>
        <source>duplicate: event %1 is already on line %2; each is logged once</source>
        <translation>重复：事件 %1 已在第 %2 行；每个事件只记录一次</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="288"/>
        <source>gap: its clock has no entry of its own; a host counts its own from 1</source>
        <translation>缺口：它的时钟没有自己的条目；主机从 1 开始计自己的事件</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="291"/>
        <source>gap: its first event has number %1, not 1; add the events that are missing</source>
        <translation>缺口：它的第一个事件编号是 %1，而不是 1；请补上缺少的事件</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="294"/>
        <source>gap: its own clock goes from %1 (line %2) to %3; add the events that are missing</source>
        <translation>缺口：它自己的时钟从 %1（第 %2 行）跳到 %3；请补上缺少的事件</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="298"/>
        <source>gap: its clock counts %1 events of %2, which logs no event %3; add the events that are missing</source>
        <translation>缺口：它的时钟计入了 %2 的 %1 个事件，而那里没有记录事件 %3；请补上缺少的事件</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="302"/>
        <source>clock goes backwards: it counts %1 events of %2, but %3 on line %4; a clock never counts fewer</source>
        <translation>时钟倒退：它计入 %2 的 %1 个事件，而第 %4 行是 %3；时钟从不减少</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="306"/>
        <source>clock forgets: it has no entry of %1, but %2 on line %3; a clock keeps what it has learnt</source>
        <translation>时钟遗忘：它没有 %1 的条目，而第 %3 行是 %2；时钟保留已知的一切</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="310"/>
        <source>cycle: event %1 knows %2, and that one, step by step, knows it; correct one of the clocks</source>
        <translation>循环：事件 %1 知道%2，而后者又逐步知道前者；请更正其中一个时钟</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="314"/>
        <source>clock disagrees with the edges: it knows %1, whose clock counts %2 events of %3, but counts %4 itself; it must count at least as many</source>
        <translation>时钟与边不符：它知道%1，后者的时钟计入 %3 的 %2 个事件，而它自己只计入 %4；它至少应计入同样多</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="318"/>
        <source>event %1 of %2 (line %3)</source>
        <translation>%2 的事件 %1（第 %3 行）</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="319"/>
        <source>open it as it is with --lenient</source>
        <translation>可用 --lenient 照原样打开</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="320"/>
        <source>holds no events; a table needs a line for each under its names</source>
        <translation>没有事件；表格需要在列名之下每个事件一行</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="321"/>
        <source>is no line of a table: %1</source>
        <translation>不是表格的一行：%1</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="334"/>
        <source>names no column %1; needed are process and vector_clock</source>
        <translation>没有列 %1；需要 process 和 vector_clock</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="335"/>
        <source>holds no events; it is blank</source>
        <translation>没有事件；它是空白的</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="336"/>
        <source>the parser finds no event in this %1; give another with --parser</source>
        <translation>解析器在这份%1中找不到事件；请用 --parser 给出另一个</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="341"/>
        <source>log</source>
        <translation>日志</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="342"/>
        <source>execution %1</source>
        <translation>执行 %1</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="343"/>
        <source>%1 is no vector clock in JSON: %2; a clock looks like {&quot;host&quot;: 1}</source>
        <translation>%1 不是 JSON 的向量时钟：%2；时钟形如 {&quot;host&quot;: 1}</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="346"/>
        <source>%1 is no vector clock; a clock looks like {&quot;host&quot;: 1}</source>
        <translation>%1 不是向量时钟；时钟形如 {&quot;host&quot;: 1}</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="347"/>
        <source>its clock counts %1 events of %2</source>
        <translation>它的时钟计入 %2 的 %1 个事件</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="348"/>
        <source>whole numbers from 0 to %1</source>
        <translation>0 到 %1 的整数</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="349"/>
        <source>duplicate %1 in one clock</source>
        <translation>同一时钟中 %1 重复</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="350"/>
        <source>takes longer than %1 s on this log; make it simpler: a repetition inside a repetition, such as (a+)+, can take for ever</source>
        <translation>在这份日志上用时超过 %1 秒；请简化：重复之中再重复（如 (a+)+）可能永无止境</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="354"/>
        <source>could not be tried on this log: %1</source>
        <translation>无法用于这份日志：%1</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="355"/>
        <source>is no regular expression: %1; correct %2</source>
        <translation>不是正则表达式：%1；请更正 %2</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="356"/>
        <source>has no named group %1; needed are host, clock and event</source>
        <translation>没有命名组 %1；需要 host、clock 和 event</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="357"/>
        <source>matches the empty text; it must match what stands between runs</source>
        <translation>匹配空文本；它必须匹配各次运行之间的内容</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="358"/>
        <source>there is no execution %1; there are %2</source>
        <translation>没有执行 %1；现有 %2</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="256"/>
        <source>this version of snapviz cannot run &quot;%1&quot;</source>
        <translation>此版本的 snapviz 无法运行“%1”</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="360"/>
        <source>%1 cannot be %2</source>
        <translation>%1 不能为 %2</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="361"/>
        <source>%1 to %2 ms</source>
        <translation>%1 到 %2 ms</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="362"/>
        <source>0 or 1</source>
        <translation>0 或 1</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="363"/>
        <source>%1=%2: allowed are steps of %3</source>
        <translation>%1=%2：允许的步长为 %3</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="364"/>
        <source>%1 goes nowhere</source>
        <translation>%1 没有可取的值</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="365"/>
        <source>FIRST at most LAST, STEP above 0</source>
        <translation>起始值不大于结束值，步长大于 0</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="366"/>
        <source>%1 has %2 values</source>
        <translation>%1 有 %2 个值</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="367"/>
        <source>%1 is no number that fits here</source>
        <translation>%1 不是此处可用的数</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="368"/>
        <source>such as 5 or 0.25</source>
        <translation>例如 5 或 0.25</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="369"/>
        <source>these are %1 runs</source>
        <translation>共有 %1 次运行</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="370"/>
        <source>at most %1 in all</source>
        <translation>总共至多 %1</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="371"/>
        <source>a process at work was ended from outside, so not everything could be counted; close other programs if memory is short, and sweep again</source>
        <translation>一个工作进程被外部终止，因此未能全部统计；若内存不足，请关闭其他程序，然后重新扫描</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="86"/>
        <source>is &quot;lost&quot; without a standby</source>
        <translation>没有备用进程却为 &quot;lost&quot;</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="127"/>
        <source>&quot;kept&quot;, or add on</source>
        <translation>&quot;kept&quot;，或加上 on</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="323"/>
        <source>column %1: %2</source>
        <translation>第 %1 列：%2</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="324"/>
        <source>%1 is not expected here</source>
        <translation>此处不应出现 %1</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="325"/>
        <source>the end</source>
        <translation>结尾</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="326"/>
        <source>%1 is no process; there are %2</source>
        <translation>没有进程 %1；现有 %2</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="327"/>
        <source>%1 is no number in the state of %2; there are %3</source>
        <translation>%2 的状态中没有数值 %1；现有 %3</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="328"/>
        <source>%1 means nothing here</source>
        <translation>%1 在此处没有意义</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="329"/>
        <source>%1 is nested too deep</source>
        <translation>%1 嵌套过深</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="330"/>
        <source>and, or, a comparison, the end</source>
        <translation>and、or、比较、结尾</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="331"/>
        <source>a number, or PROCESS.FIELD</source>
        <translation>数字，或 进程.字段</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="332"/>
        <source>.FIELD of %1</source>
        <translation>%1 的 .字段</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="333"/>
        <source>PROCESS.FIELD, numbers, + - *, %1, and, or, not, brackets</source>
        <translation>进程.字段、数字、+ - *、%1、and、or、not、括号</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="15"/>
        <source>line %1, %2</source>
        <translation>第 %1 行，%2</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/refusal_words.py" line="8"/>
        <source>%1 is no condition</source>
        <translation>%1 不是条件</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/refusal_words.py" line="9"/>
        <source>%1 cannot be compared</source>
        <translation>%1 无法比较</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/refusal_words.py" line="10"/>
        <source>%1 is no such list</source>
        <translation>%1 不是这样的列表</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/refusal_words.py" line="11"/>
        <source>1 to %1 conditions</source>
        <translation>1 到 %1 个条件</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/refusal_words.py" line="12"/>
        <source>a number, true, false or text</source>
        <translation>数、true、false 或文本</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/refusal_words.py" line="13"/>
        <source>a number</source>
        <translation>数</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/refusal_words.py" line="14"/>
        <source>{&quot;fact&quot;: NAME, &quot;is&quot; or &quot;above&quot; or &quot;below&quot;: VALUE}, or a list of such under &quot;all&quot;, &quot;any&quot; or &quot;not&quot;</source>
        <translation>{&quot;fact&quot;: 名称, &quot;is&quot; 或 &quot;above&quot; 或 &quot;below&quot;: 值}，或在 &quot;all&quot;、&quot;any&quot;、&quot;not&quot; 之下的这样的列表</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/refusal_words.py" line="18"/>
        <source>holds before anything is done; ask for what is to change</source>
        <translation>什么都没做就已经成立；请要求会改变的事</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/refusal_words.py" line="19"/>
        <source>after the end of the run</source>
        <translation>在运行结束之后</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/refusal_words.py" line="20"/>
        <source>0 to %1</source>
        <translation>0 到 %1</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/refusal_words.py" line="21"/>
        <source>1 to %1</source>
        <translation>1 到 %1</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/refusal_words.py" line="22"/>
        <source>no process %1</source>
        <translation>没有进程 %1</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/refusal_words.py" line="23"/>
        <source>there is no %1 in this run</source>
        <translation>这次运行里没有 %1</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/refusal_words.py" line="24"/>
        <source>%1: nothing is called %2 there</source>
        <translation>%1：那里没有叫 %2 的</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/refusal_words.py" line="25"/>
        <source>%1: %2 has no event %3; it has %4</source>
        <translation>%1：%2 没有事件 %3；它有 %4 个</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/refusal_words.py" line="26"/>
        <source>%1: %2 carries %3 messages, counted from 0</source>
        <translation>%1：%2 上有 %3 条消息，从 0 数起</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/refusal_words.py" line="27"/>
        <source>%1: there is no channel %2</source>
        <translation>%1：没有通道 %2</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/refusal_words.py" line="28"/>
        <source>%1: %2 has recorded nothing for %3</source>
        <translation>%1：%2 没有为 %3 记录什么</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/refusal_words.py" line="29"/>
        <source>%1 has no value in this run</source>
        <translation>%1 在这次运行里没有值</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/refusal_words.py" line="30"/>
        <source>the number %1 is written out; write a fact of the run in braces, such as {S1.sum}, or a word</source>
        <translation>直接写出了数字 %1；请在花括号里写运行的事实，例如 {S1.sum}，或改用文字</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/refusal_words.py" line="34"/>
        <source>has a question and a check</source>
        <translation>既有问题又有检查</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/refusal_words.py" line="35"/>
        <source>one of them, so leave out the other</source>
        <translation>二者之一，请去掉另一个</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/refusal_words.py" line="36"/>
        <source>%1 is not a lesson</source>
        <translation>%1 不是课程</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/refusal_words.py" line="37"/>
        <source>a page begins with ## [id] Heading</source>
        <translation>页面以 ## [id] 标题 开头</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/refusal_words.py" line="38"/>
        <source>no step is called %1</source>
        <translation>没有叫 %1 的步骤</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/refusal_words.py" line="39"/>
        <source>no part of a page is called %1</source>
        <translation>页面没有叫 %1 的部分</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/refusal_words.py" line="40"/>
        <source>the lesson has no title; begin the file with # Title</source>
        <translation>课程没有标题；请以 # 标题 开始文件</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/refusal_words.py" line="41"/>
        <source>the page %1 is there already; join the two</source>
        <translation>页面 %1 已经有了；请合并两者</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/refusal_words.py" line="42"/>
        <source>this page has a part [%1] already; join the two</source>
        <translation>这一页已经有 [%1] 部分；请合并两者</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/refusal_words.py" line="43"/>
        <source>the step %1 has no page; add ## [%2] Heading</source>
        <translation>步骤 %1 没有页面；请加上 ## [%2] 标题</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/refusal_words.py" line="44"/>
        <source>a text outside all pages; begin one with ## [id] Heading</source>
        <translation>文字不属于任何页面；请以 ## [id] 标题 开始一页</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/refusal_words.py" line="45"/>
        <source>%1 is not right, so its channels are no example</source>
        <translation>%1 不正确，它的通道不能作例子</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/refusal_words.py" line="46"/>
        <source>no message is sent in this run</source>
        <translation>这次运行里没有发送消息</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/refusal_words.py" line="47"/>
        <source>there is no channel %1</source>
        <translation>没有通道 %1</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/refusal_words.py" line="48"/>
        <source>no snapshot is taken in this run</source>
        <translation>这次运行里没有拍快照</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/refusal_words.py" line="49"/>
        <source>%1 protocols</source>
        <translation>%1 种协议</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/refusal_words.py" line="50"/>
        <source>%1 to %2, each once</source>
        <translation>%1 到 %2 个，各一次</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/refusal_words.py" line="51"/>
        <source>%1 cannot take it: %2</source>
        <translation>%1 无法拍它：%2</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/refusal_words.py" line="52"/>
        <source>the cut has more events than there are; at most: %1</source>
        <translation>割集之内的事件比实有的多；至多：%1</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/refusal_words.py" line="53"/>
        <source>%1 events</source>
        <translation>%1 个事件</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/refusal_words.py" line="54"/>
        <source>one of %1 and a number</source>
        <translation>%1 之一加一个数</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/refusal_words.py" line="55"/>
        <source>%1 has no event %2</source>
        <translation>%1 没有事件 %2</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/refusal_words.py" line="56"/>
        <source>fewer than two things happen in this run</source>
        <translation>这次运行里发生的事不到两件</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/refusal_words.py" line="57"/>
        <source>%1 is not taken by %2, so it has no such markers</source>
        <translation>%1 不是用 %2 拍的，没有这样的标记</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/refusal_words.py" line="58"/>
        <source>%1 is not taken by %2, so it has no such rules</source>
        <translation>%1 不是用 %2 拍的，没有这样的规则</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/refusal_words.py" line="59"/>
        <source>%1 markers of %2 reach %3, no number %4</source>
        <translation>%2 有 %1 个标记到达 %3，没有第 %4 个</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/refusal_words.py" line="60"/>
        <source>no mistake would show in %1: whatever is done comes out right</source>
        <translation>在 %1 里看不出错误：怎么做结果都对</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/refusal_words.py" line="61"/>
        <source>the mistake %1 does not show in %2</source>
        <translation>错误 %1 在 %2 里看不出来</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/refusal_words.py" line="62"/>
        <source>%1 is wrong even without a mistake</source>
        <translation>%1 即使没有那个错误也不对</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/refusal_words.py" line="63"/>
        <source>a recovery falls into %1; ask about another snapshot</source>
        <translation>有一次恢复落在 %1 之中；请问另一个快照</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/refusal_words.py" line="64"/>
        <source>the two events are one and the same</source>
        <translation>两个事件是同一个</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/refusal_words.py" line="67"/>
        <source>no such snapshot is to be agreed on; give its action a &quot;commit&quot;</source>
        <translation>没有这样要达成一致的快照；请给它的动作加上 &quot;commit&quot;</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/refusal_words.py" line="70"/>
        <source>no such snapshot is complete in this run</source>
        <translation>这次运行里没有这样完成的快照</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/refusal_words.py" line="71"/>
        <source>there is no %1 %2</source>
        <translation>没有 %1 %2</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/refusal_words.py" line="72"/>
        <source>no checkpoint is taken in this run</source>
        <translation>这次运行里没有检查点</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/refusal_words.py" line="73"/>
        <source>there is no such recovery; this run has %1</source>
        <translation>没有这样的恢复；这次运行有 %1 次</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/refusal_words.py" line="74"/>
        <source>with logs, or checkpoints by agreement, more than the checkpoints decides</source>
        <translation>有日志或商定的检查点时，起作用的不只是检查点</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/refusal_words.py" line="77"/>
        <source>%1 says nothing here</source>
        <translation>%1 在这里没有意义</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/refusal_words.py" line="78"/>
        <source>there is no log in this run</source>
        <translation>这次运行里没有日志</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/refusal_words.py" line="79"/>
        <source>any logging but &quot;none&quot;</source>
        <translation>除 &quot;none&quot; 之外的任何日志</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/refusal_words.py" line="80"/>
        <source>nobody goes back to a checkpoint in this run</source>
        <translation>这次运行里没有谁退回检查点</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/refusal_words.py" line="81"/>
        <source>%1 does not go back to a checkpoint in that recovery</source>
        <translation>%1 在那次恢复里没有退回检查点</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/refusal_words.py" line="82"/>
        <source>the state of %1 is none of those between its start and end</source>
        <translation>%1 的状态不在它的开始与结束之间</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/refusal_words.py" line="83"/>
        <source>nothing happens around %1 that could be otherwise</source>
        <translation>%1 前后没有可以不同的事发生</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/refusal_words.py" line="84"/>
        <source>%1 has no copies; give its action &quot;copies&quot;</source>
        <translation>%1 没有副本；请给它的动作加上 &quot;copies&quot;</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/refusal_words.py" line="85"/>
        <source>what was added follows from no single sample; ask about another</source>
        <translation>所加的值不是由单个样本得出；请问另一个</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/refusal_words.py" line="88"/>
        <source>no such clock is set by cristian or ntp in this run</source>
        <translation>这次运行里没有这样由 cristian 或 ntp 校准的时钟</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/refusal_words.py" line="89"/>
        <source>that clock is set %1 times</source>
        <translation>那个时钟校准了 %1 次</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/refusal_words.py" line="90"/>
        <source>nothing happens in this run</source>
        <translation>这次运行里什么也没有发生</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/refusal_words.py" line="91"/>
        <source>there is no scenario %1; put %2 beside it, or name a shipped one, such as &quot;02-bank-transfer&quot;</source>
        <translation>没有场景 %1；请把 %2 放在旁边，或写一个随附的，例如 &quot;02-bank-transfer&quot;</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/refusal_words.py" line="95"/>
        <source>is no folder; a lesson is a folder</source>
        <translation>不是文件夹；课程是一个文件夹</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/refusal_words.py" line="96"/>
        <source>is not UTF-8; save it as UTF-8</source>
        <translation>不是 UTF-8；请存为 UTF-8</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="159"/>
        <source>in the other run more than %1 things happen; shorten it</source>
        <translation>另一次运行中发生的事超过 %1 件；请缩短它</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/refusal_words.py" line="65"/>
        <source>none of these events is a cause of another; any order is right</source>
        <translation>这些事件中没有一个是另一个的原因；任何次序都对</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/refusal_words.py" line="66"/>
        <source>these events can only have happened in the order of the run</source>
        <translation>这些事件只可能按运行中的次序发生</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="152"/>
        <source>is none of what can be opened: a scenario is a JSON object, {...}; a log has clocks such as {&quot;host&quot;: 1}; a table names process and vector_clock in its first line</source>
        <translation>不是可以打开的任何一种文件：场景是一个 JSON 对象 {...}；日志含有形如 {&quot;host&quot;: 1} 的时钟；表格在第一行写明 process 和 vector_clock 两列</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="339"/>
        <source>%1 is no parser</source>
        <translation>%1 不是解析器</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="340"/>
        <source>%1, or a regular expression with named groups</source>
        <translation>%1，或带命名组的正则表达式</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="87"/>
        <source>is given without a standby</source>
        <translation>给出了，却没有备用进程</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="88"/>
        <source>%1 is not the id of a snapshot</source>
        <translation>%1 不是快照的标识</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="128"/>
        <source>only with on</source>
        <translation>只能与 on 一起</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/refusal_words.py" line="129"/>
        <source>such as S1</source>
        <translation>例如 S1</translation>
    </message>
</context>
<context>
    <name>RetoldPage</name>
    <message>
        <location filename="../../snapviz/ui/whatif/retold.py" line="85"/>
        <source>Putting the events in another order…</source>
        <translation>正在把事件排成另一种次序…</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/whatif/retold.py" line="138"/>
        <source>✓ recorded state</source>
        <translation>✓ 记录的状态</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/whatif/retold.py" line="139"/>
        <source>The global state equals the one that %1 recorded, now.</source>
        <translation>此刻的全局状态正等于 %1 记录的状态。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/whatif/retold.py" line="146"/>
        <source>before it</source>
        <translation>在它之前</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/whatif/retold.py" line="147"/>
        <source>Events before the cut of %1 that are still to come: %2</source>
        <translation>%1 的割集之前还没有发生的事件：%2</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/whatif/retold.py" line="150"/>
        <source>after it</source>
        <translation>在它之后</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/whatif/retold.py" line="151"/>
        <source>Events after the cut of %1 that have happened: %2</source>
        <translation>%1 的割集之后已经发生的事件：%2</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/whatif/retold.py" line="154"/>
        <source>past it already</source>
        <translation>已经错过</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/whatif/retold.py" line="155"/>
        <source>Of the cut of %1 still missing: %2 events; beyond it already: %3</source>
        <translation>%1 的割集还差 %2 个事件，而割集之后已经发生了 %3 个</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/whatif/retold.py" line="170"/>
        <source>The run as it was is in this state too, at %1 ms.</source>
        <translation>原来的运行在 %1 ms也处于这个状态。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/whatif/retold.py" line="173"/>
        <source>This state occurs in no moment of the run as it was.</source>
        <translation>在原来的运行中，没有任何时刻处于这个状态。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/whatif/retold.py" line="176"/>
        <source>Swaps of neighbouring events that lead from one run to the other: %1</source>
        <translation>从一次运行到另一次，交换相邻事件的次数：%1</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/whatif/retold.py" line="186"/>
        <source>prerecording</source>
        <translation>记录前</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/whatif/retold.py" line="186"/>
        <source>postrecording</source>
        <translation>记录后</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/whatif/retold.py" line="194"/>
        <source>An event is prerecording if its process records its state after it.</source>
        <translation>如果进程在某个事件之后才记录自己的状态，这个事件就是记录前事件。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/whatif/retold.py" line="199"/>
        <source>blue line: the same events of each process</source>
        <translation>蓝线：每个进程相同的事件</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/whatif/retold.py" line="206"/>
        <source>It never happened</source>
        <translation>从未发生</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/whatif/retold.py" line="208"/>
        <location filename="../../snapviz/ui/whatif/retold.py" line="210"/>
        <source>The run as it was</source>
        <translation>原来的运行</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/whatif/retold.py" line="209"/>
        <source>The same events in an order that could have been</source>
        <translation>同样的事件，另一种可能的次序</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/whatif/retold.py" line="202"/>
        <source>the cut is one moment here</source>
        <translation>在这里割集是一个时刻</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/whatif/retold.py" line="211"/>
        <source>The reordered run</source>
        <translation>重新排序的运行</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/whatif/retold.py" line="142"/>
        <source>✗ another state</source>
        <translation>✗ 另一个状态</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/whatif/retold.py" line="143"/>
        <source>These are the events before the cut of %1, but %1 did not record this.</source>
        <translation>这正是 %1 的割集之前的事件，但 %1 记录的不是这个状态。</translation>
    </message>
</context>
<context>
    <name>Script</name>
    <message>
        <location filename="../../snapviz/ui/panels/script/model.py" line="180"/>
        <source>ms</source>
        <translation>ms</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/script/model.py" line="181"/>
        <source>action</source>
        <translation>操作</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/script/model.py" line="182"/>
        <source>what</source>
        <translation>内容</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/script/model.py" line="183"/>
        <source>detail</source>
        <translation>细节</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/script/model.py" line="217"/>
        <source>refused</source>
        <translation>被拒绝</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/script/model.py" line="222"/>
        <source>pinned %1</source>
        <translation>固定 %1</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/script/outcome.py" line="102"/>
        <source>Refused: %1 has %2 and cannot send %3 to %4.</source>
        <translation>被拒绝：%1 只有 %2，无法把 %3 发给 %4。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/script/outcome.py" line="107"/>
        <source>This is after the run ends at %1 ms, so it does not happen.</source>
        <translation>运行在 %1 ms 结束，此操作在其后，因而不会发生。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/script/panel.py" line="115"/>
        <source>1 action</source>
        <translation>1 个操作</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/script/panel.py" line="116"/>
        <source>%1 actions</source>
        <translation>%1 个操作</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/script/panel.py" line="117"/>
        <source>seed %1</source>
        <translation>种子 %1</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/script/panel.py" line="136"/>
        <source>1 branch has a script of its own</source>
        <translation>1 个分支另有脚本</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/script/panel.py" line="137"/>
        <source>%1 branches have scripts of their own</source>
        <translation>%1 个分支另有脚本</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/script/panel.py" line="219"/>
        <source>Add %1</source>
        <translation>添加%1</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/script/panel.py" line="233"/>
        <source>Script</source>
        <translation>脚本</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/script/panel.py" line="234"/>
        <source>Actions of the script</source>
        <translation>脚本中的操作</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/script/panel.py" line="235"/>
        <source>Add action</source>
        <translation>添加操作</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/script/panel.py" line="236"/>
        <source>Add an action at the play-head</source>
        <translation>在播放头处添加一个操作</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/script/panel.py" line="238"/>
        <source>Nothing is scripted yet. Drag from one process line to another to send a message, click a line with the snapshot tool, or add an action here.</source>
        <translation>脚本还是空的。从一条进程线拖到另一条即可发送消息，用快照工具点击进程线，或在此添加操作。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/script/row_editor.py" line="133"/>
        <source>Change %1 of %2</source>
        <translation>更改%2的%1</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/script/schema.py" line="136"/>
        <source>on</source>
        <translation>启用</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/script/schema.py" line="136"/>
        <source>off</source>
        <translation>停用</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/script/schema.py" line="137"/>
        <location filename="../../snapviz/ui/panels/script/schema.py" line="142"/>
        <location filename="../../snapviz/ui/panels/script/schema.py" line="159"/>
        <location filename="../../snapviz/ui/panels/script/schema.py" line="168"/>
        <location filename="../../snapviz/ui/panels/script/schema.py" line="330"/>
        <source>unchanged</source>
        <translation>不变</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/script/schema.py" line="163"/>
        <source>the channel&apos;s</source>
        <translation>按通道</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/script/schema.py" line="183"/>
        <source>time</source>
        <translation>时间</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/script/schema.py" line="186"/>
        <source>process</source>
        <translation>进程</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/script/schema.py" line="189"/>
        <source>channel</source>
        <translation>通道</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/script/schema.py" line="192"/>
        <source>initiator</source>
        <translation>发起进程</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/script/schema.py" line="196"/>
        <source>local time</source>
        <translation>本地时间</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/script/schema.py" line="202"/>
        <source>protocol</source>
        <translation>协议</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/script/schema.py" line="226"/>
        <source>payload</source>
        <translation>内容</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/script/schema.py" line="227"/>
        <location filename="../../snapviz/ui/panels/script/schema.py" line="328"/>
        <source>delay</source>
        <translation>时延</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/script/schema.py" line="233"/>
        <location filename="../../snapviz/ui/panels/script/schema.py" line="235"/>
        <source>label</source>
        <translation>标签</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/script/schema.py" line="240"/>
        <source>offset</source>
        <translation>偏移</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/script/schema.py" line="243"/>
        <source>drift</source>
        <translation>漂移</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/script/schema.py" line="252"/>
        <source>method</source>
        <translation>方法</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/script/schema.py" line="259"/>
        <source>server</source>
        <translation>服务器</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/script/schema.py" line="266"/>
        <source>rounds</source>
        <translation>轮数</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/script/schema.py" line="315"/>
        <source>back to</source>
        <translation>回到</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/script/schema.py" line="324"/>
        <source>FIFO</source>
        <translation>FIFO</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/script/schema.py" line="333"/>
        <source>loss</source>
        <translation>丢失率</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/script/schema.py" line="337"/>
        <source>duplication</source>
        <translation>重复率</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/script/schema.py" line="343"/>
        <source>when down</source>
        <translation>停机时</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/script/schema.py" line="350"/>
        <source>groups</source>
        <translation>分组</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/script/words.py" line="38"/>
        <source>send</source>
        <translation>发送</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/script/words.py" line="39"/>
        <source>internal</source>
        <translation>内部事件</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/script/words.py" line="40"/>
        <source>snapshot</source>
        <translation>快照</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/script/words.py" line="41"/>
        <source>set-clock</source>
        <translation>设置时钟</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/script/words.py" line="42"/>
        <source>sync-clocks</source>
        <translation>同步时钟</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/script/words.py" line="43"/>
        <source>checkpoint</source>
        <translation>检查点</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/script/words.py" line="44"/>
        <source>crash</source>
        <translation>崩溃</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/script/words.py" line="45"/>
        <source>restart</source>
        <translation>重启</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/script/words.py" line="46"/>
        <source>rollback</source>
        <translation>回滚</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/script/words.py" line="47"/>
        <source>set-channel</source>
        <translation>设置通道</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/script/words.py" line="48"/>
        <source>partition</source>
        <translation>分区</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/script/words.py" line="49"/>
        <source>heal</source>
        <translation>恢复连通</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/script/words.py" line="73"/>
        <source>to %1 ms</source>
        <translation>到 %1 ms</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/script/words.py" line="85"/>
        <location filename="../../snapviz/ui/panels/script/words.py" line="147"/>
        <source>delay %1</source>
        <translation>时延 %1</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/script/words.py" line="103"/>
        <source>at %1 local</source>
        <translation>本地 %1</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/script/words.py" line="144"/>
        <source>FIFO on</source>
        <translation>启用 FIFO</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/script/words.py" line="144"/>
        <source>FIFO off</source>
        <translation>停用 FIFO</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/script/words.py" line="149"/>
        <source>loss %1</source>
        <translation>丢失率 %1</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/script/words.py" line="151"/>
        <source>duplication %1</source>
        <translation>重复率 %1</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/script/words.py" line="153"/>
        <source>when down: %1</source>
        <translation>停机时：%1</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/script/words.py" line="168"/>
        <source>%1 measured</source>
        <translation>%1 个实测值</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/script/words.py" line="174"/>
        <source>wait</source>
        <translation>等待</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/script/words.py" line="175"/>
        <source>lost</source>
        <translation>丢失</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/script/words.py" line="176"/>
        <source>retransmit</source>
        <translation>重传</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/script/schema.py" line="70"/>
        <source>Say first after how long it happens again.</source>
        <translation>请先填写每隔多久再来一次。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/script/schema.py" line="150"/>
        <source>%1, the first</source>
        <translation>%1（第一个）</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/script/schema.py" line="173"/>
        <source>only once</source>
        <translation>只一次</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/script/schema.py" line="178"/>
        <source>to the end</source>
        <translation>直到结束</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/script/schema.py" line="220"/>
        <source>again every</source>
        <translation>每隔</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/script/schema.py" line="221"/>
        <source>times in all</source>
        <translation>共几次</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/script/schema.py" line="272"/>
        <source>adjust</source>
        <translation>调整方式</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/script/schema.py" line="279"/>
        <source>slew by</source>
        <translation>渐调速率</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/script/words.py" line="133"/>
        <source>every %1</source>
        <translation>每 %1</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/script/words.py" line="134"/>
        <source>every %1, %2 times</source>
        <translation>每 %1，共 %2 次</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/script/words.py" line="192"/>
        <source>step</source>
        <translation>一步到位</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/script/words.py" line="192"/>
        <source>slew</source>
        <translation>渐调</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/script/model.py" line="219"/>
        <source>skipped</source>
        <translation>已跳过</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/script/outcome.py" line="66"/>
        <source>Skipped: %1 is down at this time.</source>
        <translation>已跳过：%1 此时已停机。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/script/outcome.py" line="67"/>
        <source>Skipped: %1 is up, so there is nothing to restart.</source>
        <translation>已跳过：%1 正在运行，无需重启。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/script/outcome.py" line="76"/>
        <source>Skipped: %1 crashed before it could do this.</source>
        <translation>已跳过：%1 在此之前已崩溃。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/script/outcome.py" line="77"/>
        <source>Skipped: nothing so early is left on stable storage. It can still go back to %2 ms.</source>
        <translation>已跳过：稳定存储上已没有这么早的状态，最早仍可回滚到 %2 ms。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/script/outcome.py" line="68"/>
        <source>Skipped: the standby that is to take %1 over is down itself.</source>
        <translation>已跳过：要接替 %1 的备用进程本身已停机。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/script/schema.py" line="96"/>
        <source>nobody</source>
        <translation>无</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/script/schema.py" line="292"/>
        <source>taken over by</source>
        <translation>接替者</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/script/words.py" line="121"/>
        <source>on %1</source>
        <translation>在 %1 上</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/script/schema.py" line="206"/>
        <source>copies</source>
        <translation>副本</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/script/schema.py" line="216"/>
        <source>commit</source>
        <translation>提交</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/script/words.py" line="109"/>
        <source>copies %1</source>
        <translation>副本 %1</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/script/schema.py" line="123"/>
        <location filename="../../snapviz/ui/panels/script/schema.py" line="132"/>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/script/schema.py" line="299"/>
        <source>its stable storage</source>
        <translation>它的稳定存储</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/script/words.py" line="119"/>
        <source>on %1, storage lost</source>
        <translation>在 %1 上，存储已丢失</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/script/schema.py" line="74"/>
        <source>Say first which process takes it over.</source>
        <translation>请先指定由哪个进程接替它。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/script/schema.py" line="100"/>
        <source>kept</source>
        <translation>保留</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/script/schema.py" line="100"/>
        <source>lost with the machine</source>
        <translation>随机器丢失</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/script/outcome.py" line="71"/>
        <source>Skipped: %1 cannot come back. Its stable storage is lost, no copy of a snapshot is left, and of the others too much was discarded as garbage.</source>
        <translation>已跳过：%1 无法恢复。它的稳定存储已丢失，没有留下快照的副本，而其他进程的内容也已作为垃圾丢弃过多。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/script/schema.py" line="210"/>
        <source>placement</source>
        <translation>放置方式</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/script/words.py" line="184"/>
        <source>next on the ring</source>
        <translation>环上的后继进程</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/script/words.py" line="185"/>
        <source>across groups</source>
        <translation>跨故障组</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/script/words.py" line="124"/>
        <source>from %1</source>
        <translation>取自 %1</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/script/schema.py" line="109"/>
        <source>the latest</source>
        <translation>最新的</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/script/schema.py" line="306"/>
        <source>from snapshot</source>
        <translation>所用快照</translation>
    </message>
</context>
<context>
    <name>SearchStrip</name>
    <message>
        <location filename="../../snapviz/ui/search/strip.py" line="71"/>
        <source>none found</source>
        <translation>未找到</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/search/strip.py" line="73"/>
        <source>%1 found</source>
        <translation>找到 %1 个</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/search/strip.py" line="75"/>
        <source>%1 of %2</source>
        <translation>第 %1 个，共 %2 个</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/search/strip.py" line="80"/>
        <source>preparing…</source>
        <translation>正在准备…</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/search/strip.py" line="92"/>
        <source>Find events</source>
        <translation>查找事件</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/search/strip.py" line="93"/>
        <source>Words of the events to be found</source>
        <translation>要查找的事件的词</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/search/strip.py" line="94"/>
        <source>words of an event, a message or a process</source>
        <translation>事件、消息或进程的词</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/search/strip.py" line="95"/>
        <source>Close the search</source>
        <translation>关闭查找</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/search/strip.py" line="96"/>
        <source>Close the search (Esc)</source>
        <translation>关闭查找 (Esc)</translation>
    </message>
</context>
<context>
    <name>SnapshotCard</name>
    <message>
        <location filename="../../snapviz/ui/panels/snapshot_card.py" line="172"/>
        <source>No message was in transit.</source>
        <translation>没有在途消息。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/snapshot_card.py" line="174"/>
        <source>Nothing recorded so far.</source>
        <translation>尚未记录任何消息。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/snapshot_words.py" line="30"/>
        <source>%1 · from %2 at %3 ms</source>
        <translation>%1 · 由 %2 发起，%3 ms</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/snapshot_words.py" line="39"/>
        <source>not started</source>
        <translation>未开始</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/snapshot_words.py" line="46"/>
        <source>not complete when the run ends</source>
        <translation>运行结束时未完成</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/snapshot_words.py" line="48"/>
        <source>recording</source>
        <translation>记录中</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/snapshot_words.py" line="50"/>
        <source>%1 recorded</source>
        <translation>%1 已记录</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/snapshot_words.py" line="53"/>
        <source>✓ consistent cut</source>
        <translation>✓ 一致割集</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/snapshot_words.py" line="55"/>
        <source>✗ inconsistent cut</source>
        <translation>✗ 不一致割集</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/snapshot_words.py" line="61"/>
        <source>not recorded: %1</source>
        <translation>漏记：%1</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/snapshot_words.py" line="64"/>
        <source>recorded too much: %1</source>
        <translation>多记：%1</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/snapshot_words.py" line="66"/>
        <source>complete</source>
        <translation>已完成</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/snapshot_words.py" line="72"/>
        <source>Cost: %1 control messages, %2 ms, %3 bytes piggybacked</source>
        <translation>开销：%1 条控制消息，%2 ms，捎带 %3 字节</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/snapshot_words.py" line="106"/>
        <source>%1: not decided</source>
        <translation>%1：尚未决定</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/snapshot_words.py" line="108"/>
        <source>%1: committed at %2 ms, known to %3</source>
        <translation>%1：%2 ms 时已提交，已知者 %3</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/snapshot_words.py" line="110"/>
        <source>%1: aborted at %2 ms, known to %3</source>
        <translation>%1：%2 ms 时已中止，已知者 %3</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/snapshot_words.py" line="116"/>
        <source>%1 also on %2</source>
        <translation>%1 另存于 %2</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/snapshot_words.py" line="123"/>
        <source>Can be restored: each part is on a process that is up</source>
        <translation>可以恢复：每一部分都在运行中的进程上</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/snapshot_words.py" line="125"/>
        <source>Cannot be restored: a part is on no process that is up</source>
        <translation>无法恢复：有一部分不在任何运行中的进程上</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/snapshot_words.py" line="148"/>
        <source>Not recorded yet: %1</source>
        <translation>尚未记录：%1</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/snapshot_words.py" line="210"/>
        <source>Orphan, received before the cut but sent after it: %1</source>
        <translation>孤儿消息，割集之前接收、割集之后发送：%1</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/snapshot_words.py" line="211"/>
        <source>In transit across the cut, but not recorded: %1</source>
        <translation>跨割集在途，却未记录：%1</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/snapshot_words.py" line="212"/>
        <source>Recorded, but not in transit across the cut: %1</source>
        <translation>已记录，却并非跨割集在途：%1</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/snapshot_words.py" line="216"/>
        <source>and %1 more</source>
        <translation>另有 %1 条</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/snapshot_card.py" line="211"/>
        <source>Fold %1</source>
        <translation>折叠 %1</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/snapshot_card.py" line="211"/>
        <source>Unfold %1</source>
        <translation>展开 %1</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/snapshot_card.py" line="254"/>
        <source>Snapshot %1</source>
        <translation>快照 %1</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/snapshot_card.py" line="255"/>
        <source>Select %1</source>
        <translation>选择 %1</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/snapshot_card.py" line="256"/>
        <source>Recorded states</source>
        <translation>已记录的状态</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/snapshot_card.py" line="257"/>
        <location filename="../../snapviz/ui/panels/snapshot_card.py" line="258"/>
        <source>Channel state (in transit)</source>
        <translation>通道状态（在途）</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/snapshot_card.py" line="259"/>
        <source>process</source>
        <translation>进程</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/snapshot_card.py" line="259"/>
        <source>recorded at</source>
        <translation>记录于</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/snapshot_card.py" line="260"/>
        <source>state</source>
        <translation>状态</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/snapshot_card.py" line="260"/>
        <source>vector clock</source>
        <translation>向量时钟</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/snapshot_words.py" line="28"/>
        <source>%1 · when clocks read %2 ms</source>
        <translation>%1 · 各时钟读到 %2 ms 时</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/snapshot_words.py" line="42"/>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/snapshot_words.py" line="160"/>
        <source>lost, sent %1</source>
        <translation>已丢失，%1 发送</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/snapshot_words.py" line="161"/>
        <source>sent %1</source>
        <translation>%1 发送</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/snapshot_words.py" line="166"/>
        <source>since %1</source>
        <translation>自 %1 起</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/snapshot_words.py" line="172"/>
        <source>marker</source>
        <translation>标记</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/snapshot_words.py" line="173"/>
        <source>barrier</source>
        <translation>屏障</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/snapshot_words.py" line="174"/>
        <source>report</source>
        <translation>报告</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/snapshot_words.py" line="175"/>
        <source>request</source>
        <translation>请求</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/snapshot_words.py" line="176"/>
        <source>token</source>
        <translation>令牌</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/snapshot_words.py" line="177"/>
        <source>message</source>
        <translation>消息</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/snapshot_words.py" line="178"/>
        <source>word that it is done</source>
        <translation>完成的回报</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/snapshot_words.py" line="179"/>
        <source>word to end</source>
        <translation>结束的通知</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/snapshot_words.py" line="180"/>
        <source>its clock to read T</source>
        <translation>自己的时钟读到 T</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/snapshot_words.py" line="193"/>
        <source>%1 from %2</source>
        <translation>来自 %2 的%1</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/snapshot_words.py" line="203"/>
        <source>%1 cannot reach %2: no path of channels leads there.</source>
        <translation>%1 无法到达 %2：没有通道相连的路径。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/snapshot_words.py" line="43"/>
        <source>given up</source>
        <translation>已放弃</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/snapshot_words.py" line="133"/>
        <source>%1 crashed before the snapshot was complete</source>
        <translation>快照完成之前 %1 崩溃了</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/snapshot_words.py" line="135"/>
        <source>a recovery undid what %1 had done meanwhile</source>
        <translation>恢复撤销了 %1 在此期间所做的事</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/snapshot_words.py" line="100"/>
        <source>%1 waits for %2, %3</source>
        <translation>%1 等待%2，%3</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/snapshot_words.py" line="187"/>
        <source>a leader</source>
        <translation>领导者</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/snapshot_words.py" line="181"/>
        <source>a part</source>
        <translation>快照部分</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/snapshot_words.py" line="182"/>
        <source>a vote</source>
        <translation>投票</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/snapshot_words.py" line="183"/>
        <source>the decision</source>
        <translation>决定</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/snapshot_words.py" line="184"/>
        <source>a promise</source>
        <translation>承诺</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/snapshot_words.py" line="185"/>
        <source>an acceptance</source>
        <translation>接受</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/snapshot_words.py" line="186"/>
        <source>an acknowledgement</source>
        <translation>确认</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/snapshot_pipeline.py" line="62"/>
        <source>The way of the snapshot</source>
        <translation>快照的历程</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/snapshot_pipeline.py" line="68"/>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/snapshot_pipeline.py" line="71"/>
        <source>never</source>
        <translation>不会</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/snapshot_pipeline.py" line="73"/>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/snapshot_pipeline.py" line="75"/>
        <source>under way</source>
        <translation>进行中</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/snapshot_pipeline.py" line="80"/>
        <source>Every process records its part</source>
        <translation>每个进程记录自己的部分</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/snapshot_pipeline.py" line="81"/>
        <source>All parts come to one process</source>
        <translation>所有部分汇集到一个进程</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/snapshot_pipeline.py" line="82"/>
        <source>Each part is stored on other processes too</source>
        <translation>每个部分也存到其他进程上</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/snapshot_pipeline.py" line="83"/>
        <source>All agree on whether the snapshot counts</source>
        <translation>所有进程就快照是否有效达成一致</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/snapshot_pipeline.py" line="177"/>
        <source>committed</source>
        <translation>已提交</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/snapshot_pipeline.py" line="178"/>
        <source>aborted</source>
        <translation>已中止</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/snapshot_pipeline.py" line="180"/>
        <source>captured</source>
        <translation>已捕获</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/snapshot_pipeline.py" line="181"/>
        <source>gathered</source>
        <translation>已收集</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/snapshot_pipeline.py" line="182"/>
        <source>kept</source>
        <translation>已保存</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/snapshot_pipeline.py" line="183"/>
        <source>decided</source>
        <translation>已决定</translation>
    </message>
</context>
<context>
    <name>SnapshotsPanel</name>
    <message>
        <location filename="../../snapviz/ui/panels/snapshots.py" line="225"/>
        <source>This scenario takes no snapshot.</source>
        <translation>此场景不拍快照。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/snapshots.py" line="227"/>
        <source>No snapshot has started yet.</source>
        <translation>还没有快照开始。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/snapshots.py" line="237"/>
        <source>To take one, choose the tool “%1” and click a process line where it shall start, or use “%2” at the play-head.</source>
        <translation>要拍快照，请选择工具“%1”并在进程线上单击其起点，或在播放头处使用“%2”。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/snapshots.py" line="268"/>
        <source>Snapshots</source>
        <translation>快照</translation>
    </message>
</context>
<context>
    <name>SpaceTimeView</name>
    <message>
        <location filename="../../snapviz/ui/spacetime/view.py" line="67"/>
        <source>Space-time diagram</source>
        <translation>时空图</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/spacetime/view.py" line="69"/>
        <source>Time to the right, one line for each process, messages as arrows</source>
        <translation>时间向右，每个进程一条线，箭头表示消息</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/spacetime/tooltips.py" line="76"/>
        <location filename="../../snapviz/ui/spacetime/tooltips.py" line="92"/>
        <location filename="../../snapviz/ui/topology/tooltips.py" line="35"/>
        <source>clock {offset} against true time</source>
        <translation>时钟与真实时间相差 {offset}</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/spacetime/tooltips.py" line="139"/>
        <source>in transit at the cut of {snapshots}</source>
        <translation>在 {snapshots} 的割集处在途</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/spacetime/tooltips.py" line="143"/>
        <source>in transit at the cut of {snapshots}, but not recorded</source>
        <translation>在 {snapshots} 的割集处在途，却未记录</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/spacetime/tooltips.py" line="187"/>
        <source>internal event</source>
        <translation>内部事件</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/spacetime/tooltips.py" line="165"/>
        <source>lost</source>
        <translation>丢失</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/spacetime/tooltips.py" line="119"/>
        <source>message</source>
        <translation>消息</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/spacetime/tooltips.py" line="168"/>
        <source>not received within the run</source>
        <translation>运行结束前未收到</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/spacetime/tooltips.py" line="140"/>
        <source>orphan of {snapshots}: received before the cut, sent after it</source>
        <translation>{snapshots} 的孤儿消息：割集之前接收，割集之后发送</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/spacetime/tooltips.py" line="184"/>
        <source>receive</source>
        <translation>接收</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/spacetime/tooltips.py" line="185"/>
        <source>receive again</source>
        <translation>重复接收</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/spacetime/tooltips.py" line="174"/>
        <source>received {time} ms</source>
        <translation>接收于 {time} ms</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/spacetime/tooltips.py" line="146"/>
        <source>recorded by {snapshots}, but not in transit</source>
        <translation>被 {snapshots} 记录，却并不在途</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/spacetime/tooltips.py" line="186"/>
        <source>refused transfer</source>
        <translation>被拒绝的转账</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/spacetime/tooltips.py" line="183"/>
        <source>send</source>
        <translation>发送</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/spacetime/tooltips.py" line="62"/>
        <source>pinned: double-click to let the channel decide again</source>
        <translation>已固定：双击即可交还信道决定</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/spacetime/tooltips.py" line="64"/>
        <source>drag along the line to change the delay</source>
        <translation>沿进程线拖动可更改时延</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/spacetime/tooltips.py" line="81"/>
        <source>drag sideways to set the clock at the start</source>
        <translation>左右拖动可设置开始时的时钟</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/spacetime/tooltips.py" line="87"/>
        <source>{process}: clock set</source>
        <translation>{process}：调整时钟</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/spacetime/tooltips.py" line="93"/>
        <source>drag sideways to change the offset, with Shift the time</source>
        <translation>左右拖动更改偏移；按住 Shift 更改时刻</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/spacetime/tooltips.py" line="100"/>
        <source>started {time} ms</source>
        <translation>始于 {time} ms</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/spacetime/tooltips.py" line="108"/>
        <source>drag along the line to bend the cut</source>
        <translation>沿进程线拖动可弯曲割集</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/spacetime/tooltips.py" line="135"/>
        <source>sent {time} ms</source>
        <translation>发送于 {time} ms</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/spacetime/tooltips.py" line="161"/>
        <source>under way</source>
        <translation>途中</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/spacetime/tooltips.py" line="188"/>
        <source>{process}: {word}, event {number}</source>
        <translation>{process}：{word}，第 {number} 个事件</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/spacetime/tooltips.py" line="216"/>
        <source>{snapshot}: {process} recorded its state</source>
        <translation>{snapshot}：{process} 记录了自己的状态</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/spacetime/told.py" line="83"/>
        <location filename="../../snapviz/ui/spacetime/tooltips.py" line="23"/>
        <source>{time} ms</source>
        <translation>{time} ms</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/spacetime/tooltips.py" line="207"/>
        <source>{time} ms, own clock {local} ms</source>
        <translation>{time} ms，本地时钟 {local} ms</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/spacetime/extras.py" line="122"/>
        <source>Add another process in the topology to send messages</source>
        <translation>在拓扑中再添加一个进程，即可发送消息</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/spacetime/extras.py" line="125"/>
        <source>Drag from one line to another to send a message</source>
        <translation>从一条进程线拖到另一条，即可发送消息</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/spacetime/gestures/arrival.py" line="53"/>
        <source>Change delay of marker %1 → %2</source>
        <translation>更改标记 %1 → %2 的时延</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/spacetime/gestures/arrival.py" line="55"/>
        <source>Change delay of %1 → %2</source>
        <translation>更改 %1 → %2 的时延</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/spacetime/gestures/arrival.py" line="62"/>
        <source>delay %1 ms</source>
        <translation>时延 %1 ms</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/spacetime/gestures/arrival.py" line="64"/>
        <source>FIFO: it waits for the message before it</source>
        <translation>FIFO：须等前一条消息</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/spacetime/gestures/arrival.py" line="72"/>
        <source>Unpin arrival of %1 → %2</source>
        <translation>取消固定 %1 → %2 的到达时刻</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/spacetime/gestures/clock.py" line="48"/>
        <location filename="../../snapviz/ui/spacetime/gestures/clock.py" line="75"/>
        <source>Set clock of %1</source>
        <translation>设置 %1 的时钟</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/spacetime/gestures/message.py" line="61"/>
        <source>Send %1 → %2</source>
        <translation>发送 %1 → %2</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/spacetime/gestures/moving.py" line="61"/>
        <source>at %1 ms</source>
        <translation>在 %1 ms</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/spacetime/gestures/moving.py" line="69"/>
        <source>Move message</source>
        <translation>移动消息</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/spacetime/gestures/moving.py" line="71"/>
        <source>Move event</source>
        <translation>移动事件</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/spacetime/gestures/moving.py" line="73"/>
        <source>Move snapshot</source>
        <translation>移动快照</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/spacetime/gestures/moving.py" line="82"/>
        <source>Move action</source>
        <translation>移动动作</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/spacetime/gestures/placing.py" line="53"/>
        <source>Snapshot from %1</source>
        <translation>从 %1 发起快照</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/spacetime/gestures/placing.py" line="58"/>
        <source>Checkpoint of %1</source>
        <translation>%1 的检查点</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/spacetime/gestures/placing.py" line="60"/>
        <source>Restart %1</source>
        <translation>重启 %1</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/spacetime/gestures/placing.py" line="62"/>
        <source>Crash %1</source>
        <translation>使 %1 崩溃</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/spacetime/menu.py" line="37"/>
        <source>Unpin Arrival</source>
        <translation>取消固定到达时刻</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/spacetime/tooltips.py" line="167"/>
        <source>recalled</source>
        <translation>作废</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/spacetime/gestures/moving.py" line="75"/>
        <source>Move checkpoint</source>
        <translation>移动检查点</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/spacetime/gestures/moving.py" line="76"/>
        <source>Move crash</source>
        <translation>移动崩溃</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/spacetime/gestures/moving.py" line="77"/>
        <source>Move restart</source>
        <translation>移动重启</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/spacetime/gestures/moving.py" line="78"/>
        <source>Move rollback</source>
        <translation>移动回滚</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/spacetime/gestures/placing.py" line="69"/>
        <source>Roll back to %1 ms</source>
        <translation>回滚到 %1 ms</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/spacetime/told.py" line="39"/>
        <source>since %1 ms</source>
        <translation>自 %1 ms 起</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/spacetime/told.py" line="40"/>
        <source>%1 – %2 ms</source>
        <translation>%1 – %2 ms</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/spacetime/told.py" line="46"/>
        <source>%1 leads in term %2</source>
        <translation>%1 在任期 %2 中领导</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/spacetime/told.py" line="47"/>
        <source>%1 stands for election in term %2</source>
        <translation>%1 在任期 %2 中参选</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/spacetime/told.py" line="48"/>
        <source>%1 follows in term %2</source>
        <translation>%1 在任期 %2 中跟随</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/spacetime/told.py" line="49"/>
        <source>%1 asks all to accept its value in ballot %2</source>
        <translation>%1 以编号 %2 请求所有进程接受它的值</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/spacetime/told.py" line="50"/>
        <source>%1 accepts nothing below ballot %2</source>
        <translation>%1 不接受低于编号 %2 的提案</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/spacetime/told.py" line="51"/>
        <source>%1 has accepted a value in ballot %2</source>
        <translation>%1 已在编号 %2 中接受一个值</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/spacetime/told.py" line="52"/>
        <source>%1 has voted yes and may no longer decide by itself</source>
        <translation>%1 已投赞成票，不能再自行决定</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/spacetime/told.py" line="57"/>
        <source>%1 asks all to promise ballot %2</source>
        <translation>%1 请求所有进程承诺编号 %2</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/spacetime/told.py" line="61"/>
        <source>%1 asks all others to prepare</source>
        <translation>%1 请求其他所有进程准备</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/spacetime/told.py" line="76"/>
        <source>%1 decides: %2 is committed</source>
        <translation>%1 决定：%2 已提交</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/spacetime/told.py" line="77"/>
        <source>%1 learns that %2 is committed</source>
        <translation>%1 得知 %2 已提交</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/spacetime/told.py" line="79"/>
        <source>%1 decides: %2 is aborted</source>
        <translation>%1 决定：中止 %2</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/spacetime/told.py" line="80"/>
        <source>%1 learns that %2 is aborted</source>
        <translation>%1 得知 %2 已中止</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/spacetime/told.py" line="91"/>
        <source>the network is parted: %1</source>
        <translation>网络已分区：%1</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/spacetime/tooltips.py" line="22"/>
        <source>step {step}</source>
        <translation>第 {step} 步</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/spacetime/tooltips.py" line="134"/>
        <source>sent at step {step}</source>
        <translation>第 {step} 步发送</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/spacetime/tooltips.py" line="173"/>
        <source>received at step {step}</source>
        <translation>第 {step} 步接收</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/spacetime/told.py" line="53"/>
        <source>%1 has voted yes and waits for the decision, since %3 went out of reach</source>
        <translation>%1 已投赞成票，自 %3 联系不上起一直在等待决定</translation>
    </message>
</context>
<context>
    <name>StartFrom</name>
    <message>
        <location filename="../../snapviz/ui/panels/snapshot_start.py" line="60"/>
        <source>Start %1 from %2</source>
        <translation>由 %2 发起 %1</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/snapshot_start.py" line="64"/>
        <source>Start from…</source>
        <translation>改由…发起</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/snapshot_start.py" line="66"/>
        <source>Start %1 from another process</source>
        <translation>改由其他进程发起 %1</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <location filename="../../snapviz/ui/start_page.py" line="139"/>
        <source>What would you like to see?</source>
        <translation>想看点什么？</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/start_page.py" line="141"/>
        <source>Each example shows one thing. Pick one, open a file, or draw your own.</source>
        <translation>每个示例说明一件事。选一个，打开文件，或自己画一个。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/start_page.py" line="143"/>
        <source>New scenario</source>
        <translation>新建场景</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/start_page.py" line="144"/>
        <source>Open a file…</source>
        <translation>打开文件…</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/start_page.py" line="145"/>
        <source>Back to the diagram</source>
        <translation>回到时空图</translation>
    </message>
</context>
<context>
    <name>States</name>
    <message>
        <location filename="../../snapviz/ui/panels/states/answer.py" line="20"/>
        <source>Not known: none of the first %1 global states satisfies it.</source>
        <translation>未知：前 %1 个全局状态均不满足。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/states/answer.py" line="23"/>
        <source>Possibly: no. It holds in no consistent global state.</source>
        <translation>可能：否。在任何一致的全局状态中都不成立。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/states/answer.py" line="30"/>
        <source>Possibly: yes, first after %1.</source>
        <translation>可能：是，最早在 %1 之后。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/states/answer.py" line="31"/>
        <source>Possibly: yes, in %1 of %2 global states, first after %3.</source>
        <translation>可能：是，在 %2 个全局状态中的 %1 个成立，最早在 %3 之后。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/states/answer.py" line="37"/>
        <source>Definitely: not known within %1 global states.</source>
        <translation>必然：在 %1 个全局状态之内未知。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/states/answer.py" line="40"/>
        <source>Definitely: yes, every way through passes such a state.</source>
        <translation>必然：是，每条路径都经过这样的状态。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/states/answer.py" line="41"/>
        <source>Definitely: no, some way through avoids it.</source>
        <translation>必然：否，有路径可避开它。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/states/answer.py" line="48"/>
        <source>nothing, at the start</source>
        <translation>起点，尚无事件</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/states/answer.py" line="55"/>
        <source>This run has more than %1 consistent global states, too many to be drawn. Conditions are answered all the same; a shorter run, or fewer processes, can be drawn.</source>
        <translation>此运行有超过 %1 个一致的全局状态，无法画出。条件仍会得到回答；更短的运行或更少的进程可以画出。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/states/answer.py" line="66"/>
        <source>more than %1 global states</source>
        <translation>超过 %1 个全局状态</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/states/answer.py" line="67"/>
        <source>%1 global states</source>
        <translation>%1 个全局状态</translation>
    </message>
</context>
<context>
    <name>StatesPanel</name>
    <message>
        <location filename="../../snapviz/ui/panels/states/panel.py" line="129"/>
        <source>Given up. Return asks again.</source>
        <translation>已放弃。按回车键重新查询。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/states/panel.py" line="169"/>
        <source>such as %1</source>
        <translation>例如 %1</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/states/panel.py" line="245"/>
        <source>A click shows the cut of a state in the diagram. Blue ring: the play-head.</source>
        <translation>单击状态即可在图中显示其割集。蓝环：播放头。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/states/panel.py" line="247"/>
        <source>Diamond: what a snapshot recorded.</source>
        <translation>菱形：快照所记录的状态。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/states/panel.py" line="249"/>
        <source>Green: the condition holds.</source>
        <translation>绿色：条件成立。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/states/panel.py" line="193"/>
        <location filename="../../snapviz/ui/panels/states/panel.py" line="260"/>
        <source>Global states</source>
        <translation>全局状态</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/states/panel.py" line="261"/>
        <source>Lattice of the consistent global states</source>
        <translation>一致全局状态的格</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/states/panel.py" line="262"/>
        <source>Condition</source>
        <translation>条件</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/states/panel.py" line="263"/>
        <source>Condition on a global state</source>
        <translation>关于全局状态的条件</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/states/panel.py" line="264"/>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/states/panel.py" line="265"/>
        <source>Show where</source>
        <translation>显示位置</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/states/panel.py" line="266"/>
        <source>Draw the cut of the first such state in the diagram</source>
        <translation>在图中画出第一个这样的状态的割集</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/states/panel.py" line="267"/>
        <source>Looking at global states</source>
        <translation>正在查看全局状态</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <location filename="../../snapviz/ui/status_line.py" line="78"/>
        <source>trace %1</source>
        <translation>轨迹 %1</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/status_line.py" line="92"/>
        <source>Verdict at this moment</source>
        <translation>此刻的判定</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/status_line.py" line="93"/>
        <source>Channels and trace</source>
        <translation>通道与轨迹</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/status_line.py" line="85"/>
        <source>Simulating</source>
        <translation>正在模拟</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/status_line.py" line="95"/>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/status_line.py" line="80"/>
        <source>a log: order without times</source>
        <translation>日志：有次序而无时间</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/status_line.py" line="87"/>
        <source>Opening %1</source>
        <translation>正在打开 %1</translation>
    </message>
</context>
<context>
    <name>Stepper</name>
    <message>
        <location filename="../../snapviz/ui/panels/stepper.py" line="97"/>
        <source>step %1 of %2</source>
        <translation>第 %1 步，共 %2 步</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/stepper.py" line="101"/>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/stepper.py" line="101"/>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/stepper.py" line="108"/>
        <source>Back</source>
        <translation>上一步</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/stepper.py" line="109"/>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
</context>
<context>
    <name>StudentRow</name>
    <message>
        <location filename="../../snapviz/ui/lessons/student.py" line="48"/>
        <source>Save the answers</source>
        <translation>保存答案</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/student.py" line="58"/>
        <location filename="../../snapviz/ui/lessons/student.py" line="59"/>
        <source>Your name</source>
        <translation>你的姓名</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/lessons/student.py" line="60"/>
        <source>Save Answers…</source>
        <translation>保存答案…</translation>
    </message>
</context>
<context>
    <name>Study</name>
    <message>
        <location filename="../../snapviz/ui/studies/sentences.py" line="15"/>
        <source>right this time, but it assumes %1: %2</source>
        <translation>这次正确，但它假设%1：%2</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/studies/sentences.py" line="16"/>
        <source>right, and all it assumes holds here</source>
        <translation>正确，且它的假设在此全部成立</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/studies/sentences.py" line="17"/>
        <source>does not run here: %1</source>
        <translation>在此不能运行：%1</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/studies/sentences.py" line="18"/>
        <source>right</source>
        <translation>正确</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/studies/sentences.py" line="19"/>
        <source>recorded a wrong state</source>
        <translation>记录了错误的状态</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/studies/sentences.py" line="20"/>
        <source>recorded a wrong state: it assumes %1, but %2</source>
        <translation>记录了错误的状态：它假设%1，但%2</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/studies/sentences.py" line="21"/>
        <source>does not finish before the end</source>
        <translation>到结束时仍未完成</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/studies/sentences.py" line="22"/>
        <source>does not finish before the end: it assumes %1, but %2</source>
        <translation>到结束时仍未完成：它假设%1，但%2</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/studies/sentences.py" line="23"/>
        <source>the script asks for no snapshot</source>
        <translation>脚本没有要求快照</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/studies/sentences.py" line="24"/>
        <source>the script asks for no snapshot: it assumes %1, but %2</source>
        <translation>脚本没有要求快照：它假设%1，但%2</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/studies/sentences.py" line="25"/>
        <location filename="../../snapviz/ui/studies/sentences.py" line="158"/>
        <source>does not run here</source>
        <translation>在此不能运行</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/studies/sentences.py" line="26"/>
        <source>none of these is sure to be right here</source>
        <translation>其中没有一种在此一定正确</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/studies/sentences.py" line="37"/>
        <source>nothing here can tell</source>
        <translation>这里无从判断</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/studies/sentences.py" line="38"/>
        <source>only a run can tell</source>
        <translation>只有运行才能判断</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/studies/sentences.py" line="39"/>
        <source>%1 → %2 need not keep the order of its messages</source>
        <translation>%1 → %2 不必保持消息顺序</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/studies/sentences.py" line="40"/>
        <source>every channel keeps the order of its messages</source>
        <translation>每条通道都保持消息顺序</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/studies/sentences.py" line="41"/>
        <source>%1 → %2 may lose messages</source>
        <translation>%1 → %2 可能丢失消息</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/studies/sentences.py" line="42"/>
        <source>a partition cuts channels</source>
        <translation>分区切断了通道</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/studies/sentences.py" line="43"/>
        <source>no channel loses messages</source>
        <translation>没有通道丢失消息</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/studies/sentences.py" line="44"/>
        <source>no channels lead from %1 to %2</source>
        <translation>没有通道从 %1 通向 %2</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/studies/sentences.py" line="45"/>
        <source>every process can be reached from the initiators</source>
        <translation>从发起者可到达每个进程</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/studies/sentences.py" line="46"/>
        <source>every process can be reached from every other</source>
        <translation>任意两个进程之间都可到达</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/studies/sentences.py" line="47"/>
        <source>%1 → %2 has no channel back</source>
        <translation>%1 → %2 没有返回的通道</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/studies/sentences.py" line="48"/>
        <source>every channel has one back</source>
        <translation>每条通道都有返回的通道</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/studies/sentences.py" line="49"/>
        <source>channels lead from %1 back to it</source>
        <translation>有通道从 %1 绕回它自己</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/studies/sentences.py" line="50"/>
        <source>no channels lead back to where they came from</source>
        <translation>没有通道绕回起点</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/studies/sentences.py" line="51"/>
        <location filename="../../snapviz/ui/studies/sentences.py" line="103"/>
        <source>%1 crashes</source>
        <translation>%1 崩溃</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/studies/sentences.py" line="52"/>
        <source>no process crashes</source>
        <translation>没有进程崩溃</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/studies/sentences.py" line="53"/>
        <source>no message of this run was overtaken by a causally later one</source>
        <translation>这次运行中没有消息被因果上更晚的消息超越</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/studies/sentences.py" line="54"/>
        <source>a message %1 → %2 was overtaken by a causally later one</source>
        <translation>一条 %1 → %2 的消息被因果上更晚的消息超越</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/studies/sentences.py" line="55"/>
        <source>clocks are %1 ms apart at most, no message is faster</source>
        <translation>时钟最多相差 %1 ms，没有消息比这更快</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/studies/sentences.py" line="56"/>
        <source>clocks are up to %1 ms apart, a message takes %2 ms</source>
        <translation>时钟相差可达 %1 ms，而有消息只需 %2 ms</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/studies/sentences.py" line="57"/>
        <source>a message %1 → %2 is under way meanwhile</source>
        <translation>其间有一条 %1 → %2 的消息在途</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/studies/sentences.py" line="58"/>
        <source>nothing is under way while it is taken</source>
        <translation>快照期间没有消息在途</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/studies/sentences.py" line="113"/>
        <source>%1 waits for a part from %2, on another side, since %3 ms</source>
        <translation>%1 等待另一侧的 %2 送来其部分，自 %3 ms 起</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/studies/sentences.py" line="114"/>
        <source>%1 waits for a vote from %2, on another side, since %3 ms</source>
        <translation>%1 等待另一侧的 %2 投票，自 %3 ms 起</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/studies/sentences.py" line="115"/>
        <source>%1 waits for the decision from %2, on another side, since %3 ms</source>
        <translation>%1 等待另一侧的 %2 的决定，自 %3 ms 起</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/studies/sentences.py" line="118"/>
        <source>FIFO channels</source>
        <translation>FIFO 通道</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/studies/sentences.py" line="119"/>
        <source>channels that lose nothing</source>
        <translation>通道不丢消息</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/studies/sentences.py" line="120"/>
        <source>that everybody can be reached</source>
        <translation>每个进程都可到达</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/studies/sentences.py" line="121"/>
        <source>that everybody can reach everybody</source>
        <translation>任意两个进程可互达</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/studies/sentences.py" line="122"/>
        <source>channels both ways</source>
        <translation>通道是双向的</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/studies/sentences.py" line="123"/>
        <source>no cycle of channels</source>
        <translation>通道不成环</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/studies/sentences.py" line="124"/>
        <source>that nobody crashes</source>
        <translation>没有进程崩溃</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/studies/sentences.py" line="125"/>
        <source>causal delivery</source>
        <translation>因果投递</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/studies/sentences.py" line="126"/>
        <source>clocks closer than the fastest message</source>
        <translation>时钟之差小于最快的消息</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/studies/sentences.py" line="127"/>
        <source>a quiet system</source>
        <translation>系统安静</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/studies/sentences.py" line="160"/>
        <source>no snapshot</source>
        <translation>没有快照</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/studies/sentences.py" line="161"/>
        <source>consistent</source>
        <translation>一致</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/studies/sentences.py" line="163"/>
        <source>orphans: %1</source>
        <translation>孤儿：%1</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/studies/sentences.py" line="164"/>
        <source>missing: %1</source>
        <translation>遗漏：%1</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/studies/sentences.py" line="165"/>
        <source>too much: %1</source>
        <translation>多记：%1</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/studies/sentences.py" line="172"/>
        <source>failed: %1</source>
        <translation>失败：%1</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/studies/sentences.py" line="174"/>
        <source>not complete: %1</source>
        <translation>未完成：%1</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/studies/sentences.py" line="175"/>
        <source>sum not conserved</source>
        <translation>总和不守恒</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/studies/sentences.py" line="27"/>
        <source>take %1: of those that were right here and whose assumptions hold, fewest control messages (%2), and quickest (%3 ms)</source>
        <translation>用 %1：在结果正确且假设成立的协议中，控制消息最少（%2），也最快（%3 ms）</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/studies/sentences.py" line="32"/>
        <source>take %1: of those that were right here and whose assumptions hold, fewest control messages (%2); %3 is quickest (%4 ms)</source>
        <translation>用 %1：在结果正确且假设成立的协议中，控制消息最少（%2）；%3 最快（%4 ms）</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/studies/sentences.py" line="59"/>
        <source>Every part is on %1 other processes</source>
        <translation>每个部分都在另外 %1 个进程上</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/studies/sentences.py" line="60"/>
        <source>%1 is refused: ballot %2 has been promised</source>
        <translation>%1 被拒绝：编号 %2 已被承诺</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/studies/sentences.py" line="61"/>
        <source>%1 votes no: what it recorded does not stand any more</source>
        <translation>%1 投反对票：它记录的内容已不成立</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/studies/sentences.py" line="62"/>
        <source>%1 promises ballot %2 and tells that it has accepted %3 in ballot %4</source>
        <translation>%1 承诺编号 %2，并告知它已在编号 %4 中接受 %3</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/studies/sentences.py" line="65"/>
        <source>%1 has the promises of a majority; it is bound to %2, accepted in ballot %4, and asks all to accept it in ballot %3</source>
        <translation>%1 得到多数承诺；它必须沿用在编号 %4 中被接受的 %2，于是以编号 %3 请求所有进程接受它</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/studies/sentences.py" line="70"/>
        <source>%1 hears of term %2 and leads no longer</source>
        <translation>%1 得知任期 %2，不再领导</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/studies/sentences.py" line="71"/>
        <source>%1 decides: %2 is aborted</source>
        <translation>%1 决定：中止 %2</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/studies/sentences.py" line="72"/>
        <source>%1 has the yes of all: %2 is committed</source>
        <translation>%1 得到全体赞成：提交 %2</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/studies/sentences.py" line="73"/>
        <source>%1 learns that %2 is aborted</source>
        <translation>%1 得知 %2 已中止</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/studies/sentences.py" line="74"/>
        <source>The run ends before these know of it: %1</source>
        <translation>运行结束时，以下进程尚不知道结果：%1</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/studies/sentences.py" line="75"/>
        <source>%1 begins %2</source>
        <translation>%1 发起 %2</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/studies/sentences.py" line="76"/>
        <source>Every process has recorded: %1 is complete</source>
        <translation>每个进程都已记录：%1 已完成</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/studies/sentences.py" line="77"/>
        <source>%1 has the part of %2</source>
        <translation>%1 收到 %2 的部分</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/studies/sentences.py" line="78"/>
        <source>%1 has all parts of %2; their digest is %3</source>
        <translation>%1 已有 %2 的全部部分；摘要为 %3</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/studies/sentences.py" line="79"/>
        <source>%1 has all parts of %2</source>
        <translation>%1 已有 %2 的全部部分</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/studies/sentences.py" line="80"/>
        <source>%1 stores a copy of the part of %2</source>
        <translation>%1 存下 %2 的部分的副本</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/studies/sentences.py" line="81"/>
        <source>Every part is on one other process</source>
        <translation>每个部分都在另外一个进程上</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/studies/sentences.py" line="82"/>
        <source>%1 asks all others to prepare</source>
        <translation>%1 请求其他所有进程准备</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/studies/sentences.py" line="83"/>
        <source>%1 has waited long enough for votes</source>
        <translation>%1 等待投票已到时限</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/studies/sentences.py" line="84"/>
        <source>%1 proposes with ballot %2 and asks all to promise</source>
        <translation>%1 以编号 %2 提议，并请求所有进程承诺</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/studies/sentences.py" line="85"/>
        <source>%1 accepts %2 in ballot %3</source>
        <translation>%1 在编号 %3 中接受 %2</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/studies/sentences.py" line="86"/>
        <source>%1 votes for %2 in term %3</source>
        <translation>%1 在任期 %3 中投票给 %2</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/studies/sentences.py" line="87"/>
        <source>%1 writes yes to its log and votes; it may no longer decide by itself</source>
        <translation>%1 把赞成写入日志并投票；它不能再自行决定</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/studies/sentences.py" line="90"/>
        <source>%1 promises ballot %2 and will accept none below it</source>
        <translation>%1 承诺编号 %2，不再接受更低的编号</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/studies/sentences.py" line="91"/>
        <source>%1 has the promises of a majority and asks all to accept %2 in ballot %3</source>
        <translation>%1 得到多数承诺，以编号 %3 请求所有进程接受 %2</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/studies/sentences.py" line="94"/>
        <source>%1 stands for election in term %2 and votes for itself</source>
        <translation>%1 在任期 %2 中参选，并投票给自己</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/studies/sentences.py" line="95"/>
        <source>%1 has the votes of a majority: it leads in term %2</source>
        <translation>%1 得到多数票：它在任期 %2 中领导</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/studies/sentences.py" line="96"/>
        <source>%1 has the log of the leader up to place %2</source>
        <translation>%1 的日志与领导者一致，直到第 %2 项</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/studies/sentences.py" line="97"/>
        <source>%1 decides: as votes are missing, %2 is aborted</source>
        <translation>%1 决定：由于缺少选票，中止 %2</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/studies/sentences.py" line="98"/>
        <source>%1 is back without a decision on its log, so %2 is aborted</source>
        <translation>%1 恢复运行，日志上没有决定，于是中止 %2</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/studies/sentences.py" line="99"/>
        <source>%1 decides: as %3 voted no, %2 is aborted</source>
        <translation>%1 决定：由于 %3 投了反对票，中止 %2</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/studies/sentences.py" line="100"/>
        <source>%1 knows that a majority has accepted: %2 is chosen</source>
        <translation>%1 得知多数已接受：%2 被选定</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/studies/sentences.py" line="101"/>
        <source>%1 knows that a majority has the entry: %2 is committed</source>
        <translation>%1 得知多数已有该项：%2 已提交</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/studies/sentences.py" line="102"/>
        <source>%1 learns that %2 is committed</source>
        <translation>%1 得知 %2 已提交</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/studies/sentences.py" line="104"/>
        <source>%1 is back, with what is on its stable storage</source>
        <translation>%1 带着稳定存储中的内容恢复运行</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/studies/sentences.py" line="108"/>
        <source>The network parts: %1</source>
        <translation>网络分区：%1</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/studies/sentences.py" line="109"/>
        <source>The network is whole again</source>
        <translation>网络恢复连通</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/studies/sentences.py" line="110"/>
        <source>The run ends before anything is decided</source>
        <translation>运行结束时尚未作出任何决定</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/studies/sentences.py" line="111"/>
        <source>%1 begins: every process records by its own clock</source>
        <translation>%1 开始：每个进程按自己的时钟记录</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/studies/sentences.py" line="112"/>
        <source>%1 crashes; those who have voted cannot go on: %2</source>
        <translation>%1 崩溃；已投票的进程无法继续：%2</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/studies/sentences.py" line="105"/>
        <source>%1 is back, but its stable storage is gone: no vote and no promise of it is left</source>
        <translation>%1 恢复运行，但稳定存储已丢失：它的投票和承诺都不复存在</translation>
    </message>
</context>
<context>
    <name>Sweep</name>
    <message>
        <location filename="../../snapviz/ui/studies/sweep_form.py" line="60"/>
        <source>A number is missing here.</source>
        <translation>这里缺一个数。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/studies/sweep_table.py" line="57"/>
        <source>protocol</source>
        <translation>协议</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/studies/sweep_table.py" line="59"/>
        <source>runs</source>
        <translation>运行数</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/studies/sweep_table.py" line="60"/>
        <source>share [95 %]</source>
        <translation>比例 [95 %]</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/studies/sweep_table.py" line="62"/>
        <source>throughput</source>
        <translation>吞吐量</translation>
    </message>
</context>
<context>
    <name>SweepForm</name>
    <message>
        <location filename="../../snapviz/ui/studies/sweep_form.py" line="163"/>
        <source>Vary</source>
        <translation>变化</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/studies/sweep_form.py" line="164"/>
        <source>from</source>
        <translation>从</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/studies/sweep_form.py" line="165"/>
        <source>to</source>
        <translation>到</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/studies/sweep_form.py" line="166"/>
        <source>step</source>
        <translation>步长</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/studies/sweep_form.py" line="167"/>
        <source>seeds</source>
        <translation>种子数</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/studies/sweep_form.py" line="168"/>
        <source>pause</source>
        <translation>停顿</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/studies/sweep_form.py" line="172"/>
        <source>Save pause: how long a process is busy when it has recorded its state</source>
        <translation>保存停顿：进程记录状态后要忙碌多久</translation>
    </message>
</context>
<context>
    <name>SweepPanel</name>
    <message>
        <location filename="../../snapviz/ui/studies/sweep.py" line="222"/>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/studies/sweep.py" line="222"/>
        <location filename="../../snapviz/ui/studies/sweep.py" line="304"/>
        <location filename="../../snapviz/ui/studies/sweep.py" line="312"/>
        <source>Sweep</source>
        <translation>扫描</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/studies/sweep.py" line="257"/>
        <location filename="../../snapviz/ui/studies/sweep.py" line="311"/>
        <source>Sweeping…</source>
        <translation>正在扫描…</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/studies/sweep.py" line="259"/>
        <source>A sweep runs this scenario with every value of what varies, with many seeds and under each protocol, and counts how often a snapshot goes wrong.</source>
        <translation>扫描会用变化因素的每个值、许多种子、在每种协议下运行这个场景，并统计快照出错的频率。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/studies/sweep.py" line="269"/>
        <source>Cancelled: up to %1 of %2 seeds counted</source>
        <translation>已取消：最多统计了 %2 个种子中的 %1 个</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/studies/sweep.py" line="271"/>
        <source>The scenario has changed; these figures are of before.</source>
        <translation>场景已改变；这些数字是之前的。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/studies/sweep.py" line="286"/>
        <source>Export the table</source>
        <translation>导出表格</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/studies/sweep.py" line="297"/>
        <source>That cannot be written.</source>
        <translation>无法写入。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/studies/sweep.py" line="299"/>
        <source>Wrote %1</source>
        <translation>已写入 %1</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/studies/sweep.py" line="308"/>
        <source>What is counted</source>
        <translation>统计什么</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/studies/sweep.py" line="309"/>
        <source>CSV…</source>
        <translation>CSV…</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/studies/sweep.py" line="310"/>
        <source>Export the table as CSV</source>
        <translation>把表格导出为 CSV</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/studies/sweep.py" line="313"/>
        <source>Points of the sweep</source>
        <translation>扫描的各点</translation>
    </message>
</context>
<context>
    <name>SweepPlot</name>
    <message>
        <location filename="../../snapviz/ui/studies/sweep_form.py" line="33"/>
        <source>clock skew</source>
        <translation>时钟偏斜</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/studies/sweep_form.py" line="34"/>
        <source>loss</source>
        <translation>丢失率</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/studies/sweep_form.py" line="35"/>
        <source>duplication</source>
        <translation>重复率</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/studies/sweep_form.py" line="36"/>
        <source>delay, times</source>
        <translation>时延倍数</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/studies/sweep_form.py" line="37"/>
        <source>FIFO channels</source>
        <translation>FIFO 通道</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/studies/sweep_form.py" line="38"/>
        <source>mean interval</source>
        <translation>平均间隔</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/studies/sweep_form.py" line="39"/>
        <source>P(inconsistent)</source>
        <translation>P(不一致)</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/studies/sweep_form.py" line="40"/>
        <source>P(wrong)</source>
        <translation>P(错误)</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/studies/sweep_form.py" line="41"/>
        <source>P(incomplete)</source>
        <translation>P(未完成)</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/studies/sweep_form.py" line="44"/>
        <source>seeds from</source>
        <translation>个种子，起始于</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/studies/sweep_form.py" line="45"/>
        <source>band: 95 % confidence (Wilson)</source>
        <translation>色带：95 % 置信区间（Wilson）</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/studies/sweep_form.py" line="42"/>
        <source>throughput</source>
        <translation>吞吐量</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/studies/sweep_form.py" line="43"/>
        <source>seed from</source>
        <translation>个种子，起始于</translation>
    </message>
</context>
<context>
    <name>TopologyView</name>
    <message>
        <location filename="../../snapviz/ui/topology/view.py" line="78"/>
        <source>Topology</source>
        <translation>拓扑</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/topology/view.py" line="80"/>
        <source>Processes, the channels between them, and the messages on their way</source>
        <translation>进程、它们之间的通道，以及途中的消息</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/topology/gestures/connecting.py" line="60"/>
        <location filename="../../snapviz/ui/topology/gestures/connecting.py" line="116"/>
        <source>%1 and %2 are already connected</source>
        <translation>%1 与 %2 已经相连</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/topology/gestures/connecting.py" line="64"/>
        <location filename="../../snapviz/ui/topology/gestures/connecting.py" line="85"/>
        <source>Add %1, connected to %2</source>
        <translation>添加 %1 并与 %2 相连</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/topology/gestures/connecting.py" line="66"/>
        <source>Hold Shift for one way only</source>
        <translation>按住 Shift 只连单向</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/topology/gestures/connecting.py" line="101"/>
        <source>Connect %1 to %2</source>
        <translation>连接 %1 到 %2</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/topology/gestures/moving.py" line="88"/>
        <location filename="../../snapviz/ui/topology/keyboard.py" line="52"/>
        <source>Move %1</source>
        <translation>移动 %1</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/topology/gestures/sending.py" line="32"/>
        <source>Send %1 → %2 at %3 ms</source>
        <translation>在 %3 ms 发送 %1 → %2</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/topology/menus.py" line="71"/>
        <source>Add &amp;Process Here</source>
        <translation>在此添加进程(&amp;P)</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/topology/menus.py" line="82"/>
        <source>&amp;FIFO</source>
        <translation>先进先出(&amp;F)</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/topology/menus.py" line="87"/>
        <source>Change order of %1</source>
        <translation>更改 %1 的顺序</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/topology/renaming.py" line="42"/>
        <source>Name of %1</source>
        <translation>%1 的名称</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/topology/renaming.py" line="75"/>
        <source>Rename %1 to %2</source>
        <translation>将 %1 重命名为 %2</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/topology/tooltips.py" line="56"/>
        <source>FIFO</source>
        <translation>FIFO</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/topology/tooltips.py" line="58"/>
        <source>not FIFO: messages may overtake one another</source>
        <translation>非 FIFO：消息可能相互超越</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/topology/tooltips.py" line="67"/>
        <source>loses %1 % of the messages</source>
        <translation>丢失 %1 % 的消息</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/topology/tooltips.py" line="70"/>
        <source>delivers %1 % twice</source>
        <translation>%1 % 的消息送达两次</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/topology/words.py" line="19"/>
        <source>Add another process first</source>
        <translation>请先再添加一个进程</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/topology/words.py" line="21"/>
        <source>Click to add a process</source>
        <translation>单击以添加进程</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/topology/words.py" line="22"/>
        <source>Drag from one process to another</source>
        <translation>从一个进程拖到另一个进程</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/topology/words.py" line="23"/>
        <source>Drag from sender to receiver</source>
        <translation>从发送方拖到接收方</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/topology/words.py" line="24"/>
        <source>Click a process to start a snapshot</source>
        <translation>单击进程以开始快照</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/topology/words.py" line="25"/>
        <source>Click a process to take a checkpoint</source>
        <translation>单击进程以保存检查点</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/topology/words.py" line="26"/>
        <source>Click a process to crash it, again to restart it</source>
        <translation>单击进程使其崩溃，再次单击重启</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/topology/words.py" line="34"/>
        <source>Double-click to add a process</source>
        <translation>双击以添加进程</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/topology/words.py" line="36"/>
        <source>Draw channels from rim to rim</source>
        <translation>从圆圈边缘拖到另一个进程来连接</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/topology/tooltips.py" line="38"/>
        <source>down</source>
        <translation>已停机</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/topology/tooltips.py" line="48"/>
        <source>cut off: what is sent here is lost</source>
        <translation>已切断：在此发送的消息会丢失</translation>
    </message>
</context>
<context>
    <name>Tour</name>
    <message>
        <location filename="../../snapviz/ui/tour/words.py" line="8"/>
        <source>Send a message</source>
        <translation>发送一条消息</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/tour/words.py" line="9"/>
        <source>Take the snapshot tool</source>
        <translation>拿起快照工具</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/tour/words.py" line="10"/>
        <source>Start a snapshot</source>
        <translation>发起快照</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/tour/words.py" line="11"/>
        <source>Watch it</source>
        <translation>看它进行</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/tour/words.py" line="12"/>
        <source>Read the verdict</source>
        <translation>读出结论</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/tour/words.py" line="13"/>
        <source>Your first snapshot</source>
        <translation>你的第一次快照</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/tour/words.py" line="16"/>
        <source>Each line is a process, time runs to the right. Press on the line of P1, drag to the line of P2, further right, and let go.</source>
        <translation>每条线是一个进程，时间向右流逝。在 P1 的线上按下，向右拖到 P2 的线上，然后松开。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/tour/words.py" line="20"/>
        <source>Click “Snapshot” in the toolbar.</source>
        <translation>点击工具栏中的“快照”。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/tour/words.py" line="21"/>
        <source>Click the line of %1 while the message is still on its way. There the snapshot begins.</source>
        <translation>趁消息还在途中，点击 %1 的线。快照就从那里开始。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/tour/words.py" line="25"/>
        <source>Press Play. The dashed arrows are markers: who gets the first one records its own state.</source>
        <translation>按“播放”。虚线箭头是标记：收到第一个标记的进程记录自己的状态。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/tour/words.py" line="29"/>
        <source>This card says what was recorded, and whether it goes together. Click “%1” on it.</source>
        <translation>这张卡片写着记录了什么，以及它们是否相容。点击卡片上的“%1”。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/tour/words.py" line="32"/>
        <source>The states that were recorded and the messages caught on their way ({%1.transit}) add up to {%1.sum}, and {%1.expected} are there. Nobody had to stop for it.</source>
        <translation>所记录的状态与途中捕获的消息（{%1.transit} 条）合计 {%1.sum}，而系统中共有 {%1.expected}。谁也不必为此停下。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/tour/words.py" line="37"/>
        <source>This one begins too late to be completed. Click once more, further left.</source>
        <translation>这一次开始得太晚，来不及完成。请在更靠左的地方再点击一次。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/tour/words.py" line="40"/>
        <source>There is no complete snapshot any more. Go back a step.</source>
        <translation>现在没有完成的快照了。请返回上一步。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/tour/words.py" line="41"/>
        <source>My first snapshot</source>
        <translation>我的第一次快照</translation>
    </message>
</context>
<context>
    <name>TourOffer</name>
    <message>
        <location filename="../../snapviz/ui/tour/offer.py" line="40"/>
        <source>New here? Take your first snapshot in under a minute.</source>
        <translation>第一次来？不到一分钟，亲手拍下第一次快照。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/tour/offer.py" line="41"/>
        <source>Take the tour</source>
        <translation>开始导览</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/tour/offer.py" line="42"/>
        <source>No, thanks</source>
        <translation>不用了</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/tour/offer.py" line="43"/>
        <source>The tour</source>
        <translation>导览</translation>
    </message>
</context>
<context>
    <name>TransportBar</name>
    <message>
        <location filename="../../snapviz/ui/transport/bar.py" line="123"/>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/transport/bar.py" line="111"/>
        <source>event %1 of %2</source>
        <translation>第 %1 / %2 个事件</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/transport/bar.py" line="129"/>
        <source>%1 ms per second</source>
        <translation>每秒 %1 ms</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/transport/bar.py" line="150"/>
        <source>Position in the run</source>
        <translation>在运行中的位置</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/transport/bar.py" line="151"/>
        <source>Drag to move through the run</source>
        <translation>拖动以在运行中移动</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/transport/bar.py" line="141"/>
        <source>Virtual time</source>
        <translation>虚拟时间</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/transport/bar.py" line="153"/>
        <source>Events passed</source>
        <translation>已发生的事件</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/transport/bar.py" line="154"/>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/transport/bar.py" line="155"/>
        <source>Speed: at 1× the whole run takes about ten seconds</source>
        <translation>速度：1× 时整个运行约需十秒</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/transport/bar.py" line="121"/>
        <source>step %1</source>
        <translation>第 %1 步</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/transport/bar.py" line="129"/>
        <source>%1 steps/s</source>
        <translation>每秒 %1 步</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/transport/bar.py" line="141"/>
        <source>Step of the log</source>
        <translation>日志的步</translation>
    </message>
</context>
<context>
    <name>TwoRunsPage</name>
    <message>
        <location filename="../../snapviz/ui/whatif/page.py" line="215"/>
        <location filename="../../snapviz/ui/whatif/page.py" line="216"/>
        <source>Back to the diagram (Esc)</source>
        <translation>回到时空图（Esc）</translation>
    </message>
</context>
<context>
    <name>UnsavedQuestion</name>
    <message>
        <location filename="../../snapviz/ui/unsaved.py" line="40"/>
        <source>Unsaved changes</source>
        <translation>未保存的更改</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/unsaved.py" line="41"/>
        <source>this scenario</source>
        <translation>此场景</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/unsaved.py" line="42"/>
        <source>Save the changes to %1?</source>
        <translation>要保存对 %1 的更改吗？</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/unsaved.py" line="43"/>
        <source>Without saving, they are lost.</source>
        <translation>如果不保存，更改将丢失。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/unsaved.py" line="50"/>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/unsaved.py" line="51"/>
        <source>Do Not Save</source>
        <translation>不保存</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/unsaved.py" line="52"/>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/unsaved.py" line="45"/>
        <source>%1 is ready to be shown instead. %2</source>
        <translation>%1 已就绪，可取而代之显示。%2</translation>
    </message>
</context>
<context>
    <name>WaitingPart</name>
    <message>
        <location filename="../../snapviz/ui/panels/snapshot_waiting.py" line="96"/>
        <source>and %1 more</source>
        <translation>另外 %1 个</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/snapshot_waiting.py" line="125"/>
        <source>Processes that have recorded</source>
        <translation>已记录的进程</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/panels/snapshot_waiting.py" line="126"/>
        <source>What the snapshot waits for</source>
        <translation>快照在等待什么</translation>
    </message>
</context>
<context>
    <name>WaitingRow</name>
    <message>
        <location filename="../../snapviz/ui/lessons/waiting.py" line="60"/>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>WhatIf</name>
    <message>
        <location filename="../../snapviz/ui/whatif/door.py" line="95"/>
        <source>No run passes through that state.</source>
        <translation>没有任何运行经过那个状态。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/whatif/door.py" line="99"/>
        <source>This run takes no snapshot.</source>
        <translation>这次运行没有快照。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/whatif/door.py" line="104"/>
        <source>%1 is not complete, so there is no recorded state to pass through.</source>
        <translation>%1 没有完成，所以没有可以经过的记录状态。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/whatif/door.py" line="112"/>
        <source>%1 is inconsistent: the message %2 → %3 sent at %4 ms is an orphan, received before the cut and sent after it, which no order of the events can bring about.</source>
        <translation>%1 不一致：在 %4 ms 发送的消息 %2 → %3 是孤儿消息，在割集之前收到、在割集之后发送，任何事件次序都做不到这一点。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/whatif/door.py" line="101"/>
        <source>In this run a process crashes or is rolled back; it is not reordered.</source>
        <translation>这次运行中有进程崩溃或被回滚，所以不重新排序。</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <location filename="../../snapviz/ui/words.py" line="94"/>
        <source>1 message</source>
        <translation>1 条消息</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/words.py" line="95"/>
        <source>%1 messages</source>
        <translation>%1 条消息</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/words.py" line="120"/>
        <location filename="../../snapviz/ui/words.py" line="197"/>
        <source>%1 consistent</source>
        <translation>%1 一致</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/words.py" line="122"/>
        <source>%1 inconsistent</source>
        <translation>%1 不一致</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/words.py" line="123"/>
        <source>orphans: %1</source>
        <translation>孤儿消息：%1</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/words.py" line="125"/>
        <source>not recorded: %1</source>
        <translation>漏记：%1</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/words.py" line="127"/>
        <source>recorded too much: %1</source>
        <translation>多记：%1</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/words.py" line="131"/>
        <source>%1 in transit at the cut</source>
        <translation>割集处在途：%1</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/words.py" line="145"/>
        <source>Σ = %1 conserved</source>
        <translation>Σ = %1 守恒</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/words.py" line="147"/>
        <source>Σ = %1 recorded, %2 expected</source>
        <translation>记录 Σ = %1，应为 %2</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/words.py" line="166"/>
        <source>%1 recording: %2 of %3 processes have recorded</source>
        <translation>%1 记录中：%3 个进程中 %2 个已记录</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/words.py" line="186"/>
        <source>1 marker in transit</source>
        <translation>1 个标记在途</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/words.py" line="187"/>
        <source>%1 markers in transit</source>
        <translation>%1 个标记在途</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/words.py" line="173"/>
        <source>the run ends before it is complete</source>
        <translation>运行结束时仍未完成</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/words.py" line="194"/>
        <source>✗ %1</source>
        <translation>✗ %1</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/words.py" line="204"/>
        <source>%1 not complete</source>
        <translation>%1 未完成</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/words.py" line="205"/>
        <source>%1 recording</source>
        <translation>%1 记录中</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/topology/tooltips.py" line="46"/>
        <location filename="../../snapviz/ui/words.py" line="213"/>
        <source>%1 in transit</source>
        <translation>在途：%1</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/words.py" line="26"/>
        <source>Naive poll</source>
        <translation>朴素轮询</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/words.py" line="27"/>
        <source>Global clock</source>
        <translation>全局时钟</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/words.py" line="28"/>
        <source>Vector clocks</source>
        <translation>向量时钟</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/words.py" line="29"/>
        <source>Hybrid logical clock</source>
        <translation>混合逻辑时钟</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/words.py" line="30"/>
        <source>Barriers, aligned</source>
        <translation>对齐屏障</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/words.py" line="31"/>
        <source>Barriers, unaligned</source>
        <translation>非对齐屏障</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/words.py" line="158"/>
        <source>%1 has failed</source>
        <translation>%1 已失败</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/words.py" line="221"/>
        <source>Σ = %1: %2 in processes + %3 in channels</source>
        <translation>Σ = %1：进程中 %2 + 通道中 %3</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/words.py" line="227"/>
        <source>no snapshot in this run</source>
        <translation>此运行没有快照</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/words.py" line="240"/>
        <source>sent %1, not received</source>
        <translation>发送 %1，未收到</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/words.py" line="243"/>
        <source>sent %1, received %2</source>
        <translation>发送 %1，接收 %2</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/words.py" line="250"/>
        <source>no channels</source>
        <translation>没有通道</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/words.py" line="253"/>
        <source>FIFO channels</source>
        <translation>FIFO 通道</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/words.py" line="255"/>
        <source>non-FIFO channels</source>
        <translation>非 FIFO 通道</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/words.py" line="257"/>
        <source>some channels are not FIFO</source>
        <translation>部分通道非 FIFO</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/words.py" line="259"/>
        <source>various delays</source>
        <translation>时延各异</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/words.py" line="261"/>
        <source>messages may be lost</source>
        <translation>消息可能丢失</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/words.py" line="293"/>
        <source>delay %1 ms</source>
        <translation>时延 %1 ms</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/words.py" line="296"/>
        <source>uniform delay %1–%2 ms</source>
        <translation>均匀时延 %1–%2 ms</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/words.py" line="299"/>
        <source>exponential delay, mean %1 ms</source>
        <translation>指数时延，均值 %1 ms</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/words.py" line="303"/>
        <source>normal delay %1 ± %2 ms</source>
        <translation>正态时延 %1 ± %2 ms</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/words.py" line="304"/>
        <source>measured delays</source>
        <translation>实测时延</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/words.py" line="311"/>
        <source>1 process</source>
        <translation>1 个进程</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/words.py" line="312"/>
        <source>%1 processes</source>
        <translation>%1 个进程</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/words.py" line="313"/>
        <source>1 channel</source>
        <translation>1 条通道</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/words.py" line="314"/>
        <source>%1 channels</source>
        <translation>%1 条通道</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/words.py" line="323"/>
        <source>%1 and %2 more</source>
        <translation>%1 等另外 %2 个</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/words.py" line="183"/>
        <source>1 control message in transit</source>
        <translation>1 条控制消息在途</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/words.py" line="184"/>
        <source>%1 control messages in transit</source>
        <translation>%1 条控制消息在途</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/words.py" line="159"/>
        <location filename="../../snapviz/ui/words.py" line="200"/>
        <source>%1 given up</source>
        <translation>%1 已放弃</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/words.py" line="216"/>
        <source>%1 down</source>
        <translation>%1 已停机</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/words.py" line="152"/>
        <location filename="../../snapviz/ui/words.py" line="225"/>
        <source>%1 lost</source>
        <translation>%1 丢失</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/words.py" line="32"/>
        <source>Two-phase commit</source>
        <translation>两阶段提交</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/words.py" line="76"/>
        <source>control message</source>
        <translation>控制消息</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/words.py" line="78"/>
        <source>marker of %1</source>
        <translation>%1 的标记</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/words.py" line="83"/>
        <source>part of %1</source>
        <translation>%1 的一部分</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/words.py" line="85"/>
        <source>copy of a part of %1</source>
        <translation>%1 某部分的副本</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/words.py" line="87"/>
        <source>receipt for a part of %1</source>
        <translation>%1 某部分的回执</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/agreement_words.py" line="28"/>
        <source>asks to prepare</source>
        <translation>请求准备</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/agreement_words.py" line="30"/>
        <source>vote: yes</source>
        <translation>投票：赞成</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/agreement_words.py" line="30"/>
        <source>vote: no</source>
        <translation>投票：反对</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/agreement_words.py" line="32"/>
        <source>decision: committed</source>
        <translation>决定：提交</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/agreement_words.py" line="33"/>
        <source>decision: aborted</source>
        <translation>决定：中止</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/agreement_words.py" line="34"/>
        <location filename="../../snapviz/ui/agreement_words.py" line="47"/>
        <source>acknowledgement</source>
        <translation>确认</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/agreement_words.py" line="39"/>
        <source>prepare, ballot %1</source>
        <translation>准备，编号 %1</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/agreement_words.py" line="40"/>
        <source>promise, ballot %1</source>
        <translation>承诺，编号 %1</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/agreement_words.py" line="41"/>
        <source>accept, ballot %1</source>
        <translation>请求接受，编号 %1</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/agreement_words.py" line="42"/>
        <source>accepted, ballot %1</source>
        <translation>已接受，编号 %1</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/agreement_words.py" line="43"/>
        <source>refused, ballot %1</source>
        <translation>拒绝，编号 %1</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/agreement_words.py" line="47"/>
        <source>decision</source>
        <translation>决定</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/agreement_words.py" line="52"/>
        <source>asks the leader to add it</source>
        <translation>请求领导者加入</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/agreement_words.py" line="54"/>
        <source>asks for a vote, term %1</source>
        <translation>请求投票，任期 %1</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/agreement_words.py" line="55"/>
        <source>entries, term %1</source>
        <translation>日志项，任期 %1</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/agreement_words.py" line="56"/>
        <source>acknowledgement, term %1</source>
        <translation>确认，任期 %1</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/agreement_words.py" line="57"/>
        <source>vote, term %1</source>
        <translation>投票，任期 %1</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/agreement_words.py" line="61"/>
        <source>no vote, term %1</source>
        <translation>不投票，任期 %1</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/agreement_words.py" line="63"/>
        <source>nothing new, term %1</source>
        <translation>无新内容，任期 %1</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/agreement_words.py" line="84"/>
        <source>not decided</source>
        <translation>尚未决定</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/agreement_words.py" line="86"/>
        <source>committed</source>
        <translation>已提交</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/agreement_words.py" line="86"/>
        <source>aborted</source>
        <translation>已中止</translation>
    </message>
</context>
<context>
    <name>Workbench</name>
    <message>
        <location filename="../../snapviz/ui/workbench.py" line="191"/>
        <source>In this run more than %1 things happen, which is too long to show.</source>
        <translation>此运行中发生的事超过 %1 件，太长而无法显示。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/workbench.py" line="194"/>
        <source>Shorten the duration, or let the workload act less often.</source>
        <translation>请缩短时长，或让工作负载动作得不那么频繁。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/pictures.py" line="57"/>
        <source>The diagram is on the clipboard.</source>
        <translation>图已放到剪贴板。</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/titles.py" line="40"/>
        <source>not saved</source>
        <translation>未保存</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/titles.py" line="20"/>
        <source>Untitled scenario</source>
        <translation>未命名场景</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/titles.py" line="49"/>
        <source>seed %1</source>
        <translation>种子 %1</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/workbench.py" line="524"/>
        <source>Topology</source>
        <translation>拓扑</translation>
    </message>
    <message>
        <location filename="../../snapviz/ui/titles.py" line="33"/>
        <source>log, read only</source>
        <translation>日志，只读</translation>
    </message>
</context>
</TS>
