<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en_US">
<context>
    <name>LiveChart</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TickText</name>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n line</numerusform>
            <numerusform>%n lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rejected</source>
        <extracomment>count of lines</extracomment>
        <translation>
            <numerusform>%n rejected</numerusform>
            <numerusform>%n rejected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dropped</source>
        <extracomment>count of datagrams the operating system lost</extracomment>
        <translation>
            <numerusform>%n dropped</numerusform>
            <numerusform>%n dropped</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n series</source>
        <translation>
            <numerusform>%n series</numerusform>
            <numerusform>%n series</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tick(s) not written, the reader is slow</source>
        <translation>
            <numerusform>%n tick not written, the reader is slow</numerusform>
            <numerusform>%n ticks not written, the reader is slow</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n metric(s) of further applications left out</source>
        <extracomment>more applications than the program takes</extracomment>
        <translation>
            <numerusform>%n metric of further applications left out</numerusform>
            <numerusform>%n metrics of further applications left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) of new metrics refused, the limit is reached</source>
        <translation>
            <numerusform>%n line of new metrics refused, the limit is reached</numerusform>
            <numerusform>%n lines of new metrics refused, the limit is reached</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>checktext</name>
    <message numerus="yes">
        <source>All %n timing(s) of %3 are whole numbers labelled ms, such as: %4. m3-core writes microseconds so.</source>
        <translation>
            <numerusform>The %n timing of %3 is a whole number labelled ms, such as: %4. m3-core writes microseconds so.</numerusform>
            <numerusform>All %n timings of %3 are whole numbers labelled ms, such as: %4. m3-core writes microseconds so.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) were reported while this waited.</source>
        <translation>
            <numerusform>%n request was reported while this waited.</numerusform>
            <numerusform>%n requests were reported while this waited.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No request was reported within %n second(s).</source>
        <translation>
            <numerusform>No request was reported within %n second.</numerusform>
            <numerusform>No request was reported within %n seconds.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 belongs to the master process %2 with %n worker(s): --preload starts the exporter before the workers, so its numbers stay at 0.</source>
        <translation>
            <numerusform>%1 belongs to the master process %2 with %n worker: --preload starts the exporter before the workers, so its numbers stay at 0.</numerusform>
            <numerusform>%1 belongs to the master process %2 with %n workers: --preload starts the exporter before the workers, so its numbers stay at 0.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 published %n second(s) ago.</source>
        <translation>
            <numerusform>%1 published %n second ago.</numerusform>
            <numerusform>%1 published %n seconds ago.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 has published nothing for %n second(s).</source>
        <translation>
            <numerusform>%1 has published nothing for %n second.</numerusform>
            <numerusform>%1 has published nothing for %n seconds.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 could not reach Graphite: %n error(s).</source>
        <translation>
            <numerusform>%1 could not reach Graphite: %n error.</numerusform>
            <numerusform>%1 could not reach Graphite: %n errors.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No answer within %n second(s).</source>
        <translation>
            <numerusform>No answer within %n second.</numerusform>
            <numerusform>No answer within %n seconds.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nothing came within %n second(s), so there is nothing to judge.</source>
        <translation>
            <numerusform>Nothing came within %n second, so there is nothing to judge.</numerusform>
            <numerusform>Nothing came within %n seconds, so there is nothing to judge.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The system has dropped %n datagram(s) on %1, but none while this was checked. Largest socket buffer allowed: %7 bytes.</source>
        <translation>
            <numerusform>The system has dropped %n datagram on %1, but none while this was checked. Largest socket buffer allowed: %7 bytes.</numerusform>
            <numerusform>The system has dropped %n datagrams on %1, but none while this was checked. Largest socket buffer allowed: %7 bytes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The system drops on %1: %n datagram(s) lost by now, more every moment. Largest socket buffer allowed: %7 bytes.</source>
        <translation>
            <numerusform>The system drops on %1: %n datagram lost by now, more every moment. Largest socket buffer allowed: %7 bytes.</numerusform>
            <numerusform>The system drops on %1: %n datagrams lost by now, more every moment. Largest socket buffer allowed: %7 bytes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The application sends to %4, not to %1. From %2, %n packet(s), such as: %3</source>
        <translation>
            <numerusform>The application sends to %4, not to %1. From %2, %n packet, such as: %3</numerusform>
            <numerusform>The application sends to %4, not to %1. From %2, %n packets, such as: %3</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The application sends to %4, while the console listens on %1: one is IPv6, the other IPv4. From %2, %n packet(s), such as: %3</source>
        <translation>
            <numerusform>The application sends to %4, while the console listens on %1: one is IPv6, the other IPv4. From %2, %n packet, such as: %3</numerusform>
            <numerusform>The application sends to %4, while the console listens on %1: one is IPv6, the other IPv4. From %2, %n packets, such as: %3</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The application sends to %4, while the console listens on %1. From %2, %n packet(s), such as: %3</source>
        <translation>
            <numerusform>The application sends to %4, while the console listens on %1. From %2, %n packet, such as: %3</numerusform>
            <numerusform>The application sends to %4, while the console listens on %1. From %2, %n packets, such as: %3</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n packet(s) on %1 from %2, such as: %3</source>
        <translation>
            <numerusform>%n packet on %1 from %2, such as: %3</numerusform>
            <numerusform>%n packets on %1 from %2, such as: %3</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nothing arrived on %1 within %n second(s).</source>
        <translation>
            <numerusform>Nothing arrived on %1 within %n second.</numerusform>
            <numerusform>Nothing arrived on %1 within %n seconds.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 was asked %n time(s), and its answers agree.</source>
        <translation>
            <numerusform>%1 was asked %n time, and its answers agree.</numerusform>
            <numerusform>%1 was asked %n times, and its answers agree.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%2 has %n worker(s); only %7 of them were reached. What the others do is not counted.</source>
        <translation>
            <numerusform>%2 has %n worker; only %7 of them was reached. What the others do is not counted.</numerusform>
            <numerusform>%2 has %n workers; only %7 of them were reached. What the others do is not counted.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>expositiontext</name>
    <message numerus="yes">
        <source>%n sample(s)</source>
        <translation>
            <numerusform>%n sample</numerusform>
            <numerusform>%n samples</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n family(s)</source>
        <translation>
            <numerusform>%n family</numerusform>
            <numerusform>%n families</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n error</numerusform>
            <numerusform>%n errors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n warning</numerusform>
            <numerusform>%n warnings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>metriscope::app::CloseGuard</name>
    <message numerus="yes">
        <source>%n application(s) push their requests to the collector of Metriscope.</source>
        <translation>
            <numerusform>%n application pushes its requests to the collector of Metriscope.</numerusform>
            <numerusform>%n applications push their requests to the collector of Metriscope.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>metriscope::app::NoticeBar</name>
    <message numerus="yes">
        <source>%1 (and %n more)</source>
        <extracomment>%1 is a notice</extracomment>
        <translation>
            <numerusform>%1 (and %n more)</numerusform>
            <numerusform>%1 (and %n more)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>metriscope::app::StatusLine</name>
    <message numerus="yes">
        <source>%Ln rejected</source>
        <translation>
            <numerusform>%Ln rejected</numerusform>
            <numerusform>%Ln rejected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln dropped</source>
        <translation>
            <numerusform>%Ln dropped</numerusform>
            <numerusform>%Ln dropped</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln series</source>
        <translation>
            <numerusform>%Ln series</numerusform>
            <numerusform>%Ln series</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 (%Ln line(s) refused)</source>
        <extracomment>%1 is &quot;123 series&quot;; the lines had new names when there was no room for more</extracomment>
        <translation>
            <numerusform>%1 (%Ln line refused)</numerusform>
            <numerusform>%1 (%Ln lines refused)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>metriscope::ui::AddressPage</name>
    <message numerus="yes">
        <source>%n address(es) found.</source>
        <translation>
            <numerusform>%n address found.</numerusform>
            <numerusform>%n addresses found.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>metriscope::ui::ApplicationStrip</name>
    <message numerus="yes">
        <source>%Ln controller(s)</source>
        <translation>
            <numerusform>%Ln controller</numerusform>
            <numerusform>%Ln controllers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln URL(s)</source>
        <translation>
            <numerusform>%Ln URL</numerusform>
            <numerusform>%Ln URLs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln left out, too long</source>
        <translation>
            <numerusform>%Ln left out, too long</numerusform>
            <numerusform>%Ln left out, too long</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>metriscope::ui::BoardsPane</name>
    <message numerus="yes">
        <source>A chart holds %1 curves: %Ln metric(s) stayed out.</source>
        <translation>
            <numerusform>A chart holds %1 curves: %Ln metric stayed out.</numerusform>
            <numerusform>A chart holds %1 curves: %Ln metrics stayed out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln column(s)</source>
        <translation>
            <numerusform>%Ln column</numerusform>
            <numerusform>%Ln columns</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>metriscope::ui::ChartCard</name>
    <message numerus="yes">
        <source>%Ln curve(s)</source>
        <translation>
            <numerusform>%Ln curve</numerusform>
            <numerusform>%Ln curves</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>metriscope::ui::ChecklistPage</name>
    <message numerus="yes">
        <source>%n in order</source>
        <comment>checks</comment>
        <translation>
            <numerusform>%n in order</numerusform>
            <numerusform>%n in order</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n warning</numerusform>
            <numerusform>%n warnings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fault(s)</source>
        <translation>
            <numerusform>%n fault</numerusform>
            <numerusform>%n faults</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not checked</source>
        <comment>checks</comment>
        <translation>
            <numerusform>%n not checked</numerusform>
            <numerusform>%n not checked</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>metriscope::ui::ContextsPane</name>
    <message numerus="yes">
        <source>%Ln metric(s) of further requests left out</source>
        <translation>
            <numerusform>%Ln metric of further requests left out</numerusform>
            <numerusform>%Ln metrics of further requests left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln old registration(s) forgotten to make room</source>
        <translation>
            <numerusform>%Ln old registration forgotten to make room</numerusform>
            <numerusform>%Ln old registrations forgotten to make room</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>metriscope::ui::EmptyOverview</name>
    <message numerus="yes">
        <source>%n series arrive, but no preset finds a request rate, latency or active users among them. Look at them under Metrics.</source>
        <translation>
            <numerusform>%n series arrives, but no preset finds a request rate, latency or active users in it. Look at it under Metrics.</numerusform>
            <numerusform>%n series arrive, but no preset finds a request rate, latency or active users among them. Look at them under Metrics.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>metriscope::ui::ExplainModel</name>
    <message numerus="yes">
        <source>%n accepted</source>
        <comment>lines</comment>
        <translation>
            <numerusform>%n accepted</numerusform>
            <numerusform>%n accepted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with a warning</source>
        <comment>lines</comment>
        <translation>
            <numerusform>%n with a warning</numerusform>
            <numerusform>%n with a warning</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rejected</source>
        <comment>lines</comment>
        <translation>
            <numerusform>%n rejected</numerusform>
            <numerusform>%n rejected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n too many</source>
        <comment>lines</comment>
        <translation>
            <numerusform>%n too many</numerusform>
            <numerusform>%n too many</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>metriscope::ui::FilterBar</name>
    <message numerus="yes">
        <source>%Ln metric(s)</source>
        <translation>
            <numerusform>%Ln metric</numerusform>
            <numerusform>%Ln metrics</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln metric(s) took the expression too long and are not shown</source>
        <translation>
            <numerusform>%Ln metric took the expression too long and is not shown</numerusform>
            <numerusform>%Ln metrics took the expression too long and are not shown</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln kind(s)</source>
        <translation>
            <numerusform>%Ln kind</numerusform>
            <numerusform>%Ln kinds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>metriscope::ui::FollowDialog</name>
    <message numerus="yes">
        <source>[%Ln byte(s) were not captured]</source>
        <translation>
            <numerusform>[%Ln byte was not captured]</numerusform>
            <numerusform>[%Ln bytes were not captured]</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>metriscope::ui::HistoryForm</name>
    <message numerus="yes">
        <source>Percentiles are numbers between -100 and 100 without 0, at most %n of them, separated by commas.</source>
        <translation>
            <numerusform>Percentiles are numbers between -100 and 100 without 0, at most %n of them, separated by commas.</numerusform>
            <numerusform>Percentiles are numbers between -100 and 100 without 0, at most %n of them, separated by commas.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>metriscope::ui::Journal</name>
    <message numerus="yes">
        <source>%Ln line(s) rejected: %1. Last: %2</source>
        <extracomment>%1 is the reason, a clause; %2 the line as received</extracomment>
        <translation>
            <numerusform>%Ln line rejected: %1. Last: %2</numerusform>
            <numerusform>%Ln lines rejected: %1. Last: %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s) accepted with a warning: %1. Last: %2</source>
        <translation>
            <numerusform>%Ln line accepted with a warning: %1. Last: %2</numerusform>
            <numerusform>%Ln lines accepted with a warning: %1. Last: %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln datagram(s) lost: the socket buffer was full. A larger one can be set in the settings.</source>
        <translation>
            <numerusform>%Ln datagram lost: the socket buffer was full. A larger one can be set in the settings.</numerusform>
            <numerusform>%Ln datagrams lost: the socket buffer was full. A larger one can be set in the settings.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s) with a new name refused: the largest number of series is reached. Known names go on.</source>
        <translation>
            <numerusform>%Ln line with a new name refused: the largest number of series is reached. Known names go on.</numerusform>
            <numerusform>%Ln lines with new names refused: the largest number of series is reached. Known names go on.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln member(s) of a set not counted: the set is full</source>
        <translation>
            <numerusform>%Ln member of a set not counted: the set is full</numerusform>
            <numerusform>%Ln members of a set not counted: the set is full</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s) on a TCP connection were too long and were skipped</source>
        <translation>
            <numerusform>%Ln line on a TCP connection was too long and was skipped</numerusform>
            <numerusform>%Ln lines on a TCP connection were too long and were skipped</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln connection(s) refused: too many clients</source>
        <translation>
            <numerusform>%Ln connection refused: too many clients</numerusform>
            <numerusform>%Ln connections refused: too many clients</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln old point(s) removed: the memory budget is reached</source>
        <translation>
            <numerusform>%Ln old point removed: the memory budget is reached</numerusform>
            <numerusform>%Ln old points removed: the memory budget is reached</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The window was busy and saw %Ln tick(s) late. Nothing is missing from the history.</source>
        <translation>
            <numerusform>The window was busy and saw %Ln tick late. Nothing is missing from the history.</numerusform>
            <numerusform>The window was busy and saw %Ln ticks late. Nothing is missing from the history.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The machine was busy: %Ln tick(s) skipped. The next one covers their time.</source>
        <translation>
            <numerusform>The machine was busy: %Ln tick skipped. The next one covers its time.</numerusform>
            <numerusform>The machine was busy: %Ln ticks skipped. The next one covers their time.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s) rejected: %1</source>
        <extracomment>%1 is the reason, a clause</extracomment>
        <translation>
            <numerusform>%Ln line rejected: %1</numerusform>
            <numerusform>%Ln lines rejected: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s) accepted with a warning: %1</source>
        <translation>
            <numerusform>%Ln line accepted with a warning: %1</numerusform>
            <numerusform>%Ln lines accepted with a warning: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln metric(s) of further applications have no signals: the largest number of applications is reached</source>
        <translation>
            <numerusform>%Ln metric of further applications have no signals: the largest number of applications is reached</numerusform>
            <numerusform>%Ln metrics of further applications have no signals: the largest number of applications is reached</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln controller(s)</source>
        <translation>
            <numerusform>%Ln controller</numerusform>
            <numerusform>%Ln controllers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln URL(s)</source>
        <translation>
            <numerusform>%Ln URL</numerusform>
            <numerusform>%Ln URLs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>metriscope::ui::JournalPane</name>
    <message numerus="yes">
        <source>%Ln older entry(s) dropped</source>
        <translation>
            <numerusform>%Ln older entry dropped</numerusform>
            <numerusform>%Ln older entries dropped</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>metriscope::ui::MetricTreeModel</name>
    <message numerus="yes">
        <source>%Ln metric(s)</source>
        <translation>
            <numerusform>%Ln metric</numerusform>
            <numerusform>%Ln metrics</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>metriscope::ui::PacketDetail</name>
    <message numerus="yes">
        <source>%Ln more</source>
        <translation>
            <numerusform>%Ln more</numerusform>
            <numerusform>%Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>metriscope::ui::PacketsPane</name>
    <message numerus="yes">
        <source>%1 of %Ln packet(s)</source>
        <extracomment>%1 is how many packets are shown, %Ln how many are kept</extracomment>
        <translation>
            <numerusform>%1 of %Ln packet</numerusform>
            <numerusform>%1 of %Ln packets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln older one(s) dropped</source>
        <translation>
            <numerusform>%Ln older one dropped</numerusform>
            <numerusform>%Ln older ones dropped</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln came too fast to be shown</source>
        <extracomment>packets</extracomment>
        <translation>
            <numerusform>%Ln came too fast to be shown</numerusform>
            <numerusform>%Ln came too fast to be shown</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln lost by the system</source>
        <extracomment>packets of a capture</extracomment>
        <translation>
            <numerusform>%Ln lost by the system</numerusform>
            <numerusform>%Ln lost by the system</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln packet(s) had gone before they could be saved: the oldest make room for new ones.</source>
        <translation>
            <numerusform>%Ln packet had gone before it could be saved: the oldest make room for new ones.</numerusform>
            <numerusform>%Ln packets had gone before they could be saved: the oldest make room for new ones.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>metriscope::ui::SignalsForm</name>
    <message numerus="yes">
        <source>matches at least %Ln metric(s)</source>
        <translation>
            <numerusform>matches at least %Ln metric</numerusform>
            <numerusform>matches at least %Ln metrics</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>matches %Ln metric(s)</source>
        <translation>
            <numerusform>matches %Ln metric</numerusform>
            <numerusform>matches %Ln metrics</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>packettext</name>
    <message numerus="yes">
        <source>seen %Ln time(s), on several interfaces</source>
        <extracomment>a packet passed several network interfaces; at least two</extracomment>
        <translation>
            <numerusform>seen %Ln time, on several interfaces</numerusform>
            <numerusform>seen %Ln times, on several interfaces</numerusform>
        </translation>
    </message>
</context>
</TS>
