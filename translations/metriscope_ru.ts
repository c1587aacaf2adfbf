<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru_RU" sourcelanguage="en_US">
<context>
    <name>Export</name>
    <message>
        <source>There is something of that name that is not a plain file.</source>
        <translation>Под этим именем уже есть нечто, что не является обычным файлом.</translation>
    </message>
    <message>
        <source>The folder cannot be made.</source>
        <translation>Не удаётся создать папку.</translation>
    </message>
</context>
<context>
    <name>LiveChart</name>
    <message>
        <source>lost here</source>
        <extracomment>in a shaded band of a chart: here the kernel dropped datagrams</extracomment>
        <translation>здесь были потери</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>и ещё %n</numerusform>
            <numerusform>и ещё %n</numerusform>
            <numerusform>и ещё %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MetricCells</name>
    <message>
        <source>no values in the last 5 minutes</source>
        <translation>за последние 5 минут значений не было</translation>
    </message>
    <message>
        <source>from %1 to %2 in the last 5 minutes</source>
        <translation>от %1 до %2 за последние 5 минут</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Имя</translation>
    </message>
    <message>
        <source>Kind</source>
        <extracomment>Column: counter, gauge, timer ...</extracomment>
        <translation>Вид</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Теги</translation>
    </message>
    <message>
        <source>Last value</source>
        <translation>Значение</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Частота</translation>
    </message>
    <message>
        <source>Age</source>
        <extracomment>Column: how long ago the last value came</extracomment>
        <translation>Возраст</translation>
    </message>
    <message>
        <source>Trend</source>
        <extracomment>Column: a small curve of the last five minutes</extracomment>
        <translation>Динамика</translation>
    </message>
    <message>
        <source>Source</source>
        <extracomment>Column: who measured, e.g. statsd</extracomment>
        <translation>Источник</translation>
    </message>
    <message>
        <source>Counter: count of the last tick that had any. Gauge: level. Timer: mean. Set: unique members.</source>
        <translation>Счётчик: сколько насчитано за последний непустой такт. Уровень: его значение. Таймер: среднее. Множество: число разных элементов.</translation>
    </message>
    <message>
        <source>Per second of the tick that just ended</source>
        <translation>В секунду за только что завершившийся такт</translation>
    </message>
    <message>
        <source>Time since the last value came</source>
        <translation>Сколько времени прошло с последнего значения</translation>
    </message>
    <message>
        <source>The last 5 minutes. Counter: rate. Gauge: level. Timer: mean. Set: unique members.</source>
        <translation>Последние 5 минут. Счётчик: частота. Уровень: его значение. Таймер: среднее. Множество: число разных элементов.</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 с</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 мин</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 ч</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 д</translation>
    </message>
</context>
<context>
    <name>NumberFormat</name>
    <message>
        <source>%1 T</source>
        <extracomment>suffix of a large number: trillions (10^12)</extracomment>
        <translation>%1 трлн</translation>
    </message>
    <message>
        <source>%1 G</source>
        <extracomment>suffix of a large number: billions (10^9)</extracomment>
        <translation>%1 млрд</translation>
    </message>
    <message>
        <source>%1 M</source>
        <extracomment>suffix of a large number: millions</extracomment>
        <translation>%1 млн</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 д</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 ч</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 мин</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 с</translation>
    </message>
    <message>
        <source>%1 µs</source>
        <translation>%1 мкс</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 мс</translation>
    </message>
    <message>
        <source>%1 GiB</source>
        <translation>%1 ГиБ</translation>
    </message>
    <message>
        <source>%1 MiB</source>
        <translation>%1 МиБ</translation>
    </message>
    <message>
        <source>%1 KiB</source>
        <translation>%1 КиБ</translation>
    </message>
    <message>
        <source>%1 B</source>
        <translation>%1 Б</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 req/s</source>
        <translation>%1 запр./с</translation>
    </message>
    <message>
        <source>%1 req</source>
        <translation>%1 запр.</translation>
    </message>
    <message>
        <source>%1/s</source>
        <extracomment>a rate: something per second</extracomment>
        <translation>%1/с</translation>
    </message>
</context>
<context>
    <name>SignalCurves</name>
    <message>
        <source>mean</source>
        <translation>среднее</translation>
    </message>
    <message>
        <source>active</source>
        <translation>активные</translation>
    </message>
    <message>
        <source>all users</source>
        <translation>все пользователи</translation>
    </message>
</context>
<context>
    <name>TickText</name>
    <message>
        <source>Ready; no listener.</source>
        <translation>Готово; приёмник не запущен.</translation>
    </message>
    <message>
        <source>Listening for statsd on %1.</source>
        <extracomment>%1 is a list of addresses</extracomment>
        <translation>Приём statsd на %1.</translation>
    </message>
    <message>
        <source>event</source>
        <extracomment>a line of output: what somebody reported, as opposed to a metric</extracomment>
        <translation>событие</translation>
    </message>
    <message>
        <source>check</source>
        <translation>проверка</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n строка</numerusform>
            <numerusform>%n строки</numerusform>
            <numerusform>%n строк</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rejected</source>
        <extracomment>count of lines</extracomment>
        <translation>
            <numerusform>%n отклонена</numerusform>
            <numerusform>%n отклонены</numerusform>
            <numerusform>%n отклонено</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dropped</source>
        <extracomment>count of datagrams the operating system lost</extracomment>
        <translation>
            <numerusform>%n потеряна</numerusform>
            <numerusform>%n потеряны</numerusform>
            <numerusform>%n потеряно</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n series</source>
        <translation>
            <numerusform>%n ряд</numerusform>
            <numerusform>%n ряда</numerusform>
            <numerusform>%n рядов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tick(s) not written, the reader is slow</source>
        <translation>
            <numerusform>%n такт не выведен: читающая программа не успевает</numerusform>
            <numerusform>%n такта не выведены: читающая программа не успевает</numerusform>
            <numerusform>%n тактов не выведено: читающая программа не успевает</numerusform>
        </translation>
    </message>
    <message>
        <source>%1   %2/s   total %3</source>
        <extracomment>%1 count in this interval, %2 per second, %3 since the start</extracomment>
        <translation>%1   %2/с   всего %3</translation>
    </message>
    <message>
        <source>%1 unique</source>
        <extracomment>%1 is the number of different members of a set</extracomment>
        <translation>разных: %1</translation>
    </message>
    <message>
        <source>%1   %2/s   mean %3   from %4 to %5</source>
        <extracomment>of a timer: %1 count, %2 per second, then mean, smallest and largest value</extracomment>
        <translation>%1   %2/с   среднее %3   от %4 до %5</translation>
    </message>
    <message>
        <source>%1   %2 s old</source>
        <extracomment>%1 is the value of a gauge, %2 says how many seconds ago it was set</extracomment>
        <translation>%1   %2 с назад</translation>
    </message>
    <message>
        <source>%1 req/s</source>
        <translation>%1 запр./с</translation>
    </message>
    <message>
        <source>%1 errors/s</source>
        <translation>ошибок в секунду: %1</translation>
    </message>
    <message>
        <source>p50 %1 ms</source>
        <translation>p50 %1 мс</translation>
    </message>
    <message>
        <source>p95 %1 ms</source>
        <translation>p95 %1 мс</translation>
    </message>
    <message>
        <source>p99 %1 ms</source>
        <translation>p99 %1 мс</translation>
    </message>
    <message>
        <source>active users %1</source>
        <extracomment>%1 is a number of people</extracomment>
        <translation>активных пользователей %1</translation>
    </message>
    <message>
        <source>in flight %1</source>
        <translation>в обработке %1</translation>
    </message>
    <message>
        <source>application</source>
        <extracomment>a line of output: request rate, latency and users of an application</extracomment>
        <translation>приложение</translation>
    </message>
    <message numerus="yes">
        <source>%n metric(s) of further applications left out</source>
        <extracomment>more applications than the program takes</extracomment>
        <translation>
            <numerusform>%n метрика других приложений опущена</numerusform>
            <numerusform>%n метрики других приложений опущены</numerusform>
            <numerusform>%n метрик других приложений опущено</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) of new metrics refused, the limit is reached</source>
        <translation>
            <numerusform>%n строка с новой метрикой не принята: достигнут предел</numerusform>
            <numerusform>%n строки с новыми метриками не приняты: достигнут предел</numerusform>
            <numerusform>%n строк с новыми метриками не принято: достигнут предел</numerusform>
        </translation>
    </message>
    <message>
        <source>total users %1</source>
        <translation>всего пользователей %1</translation>
    </message>
</context>
<context>
    <name>commandline</name>
    <message>
        <source>--%1 takes no value</source>
        <translation>параметр --%1 не принимает значения</translation>
    </message>
    <message>
        <source>--%1 needs a value: %2</source>
        <translation>параметру --%1 нужно значение: %2</translation>
    </message>
    <message>
        <source>unknown option %1</source>
        <translation>неизвестный параметр %1</translation>
    </message>
    <message>
        <source>unknown option %1; did you mean --%2?</source>
        <translation>неизвестный параметр %1; возможно, имелся в виду --%2?</translation>
    </message>
    <message>
        <source>unexpected argument %1</source>
        <translation>лишний аргумент %1</translation>
    </message>
    <message>
        <source>unknown command %1</source>
        <translation>неизвестная команда %1</translation>
    </message>
    <message>
        <source>unknown command %1; did you mean %2?</source>
        <translation>неизвестная команда %1; возможно, имелась в виду %2?</translation>
    </message>
    <message>
        <source>an address such as 127.0.0.1:8125 or [::1]:8125</source>
        <translation>адрес, например 127.0.0.1:8125 или [::1]:8125</translation>
    </message>
    <message>
        <source>seconds from 0.1 to 3600</source>
        <translation>секунды от 0.1 до 3600</translation>
    </message>
    <message>
        <source>seconds from 0 to 2000000</source>
        <translation>секунды от 0 до 2000000</translation>
    </message>
    <message>
        <source>numbers above -100 and up to 100, without 0, such as 50,95,99.9</source>
        <translation>числа больше -100 и не больше 100, кроме 0, например 50,95,99.9</translation>
    </message>
    <message>
        <source>statsd, nearest or interpolate</source>
        <translation>statsd, nearest или interpolate</translation>
    </message>
    <message>
        <source>a whole number from 1 to 50000000</source>
        <translation>целое число от 1 до 50000000</translation>
    </message>
    <message>
        <source>PATTERN=us, PATTERN=ms or PATTERN=s</source>
        <translation>ШАБЛОН=us, ШАБЛОН=ms или ШАБЛОН=s</translation>
    </message>
    <message>
        <source>en or ru</source>
        <translation>en или ru</translation>
    </message>
    <message>
        <source>the name of a file or folder</source>
        <translation>имя файла или папки</translation>
    </message>
    <message>
        <source>--%1 belongs to the command %2</source>
        <translation>параметр --%1 относится к команде %2</translation>
    </message>
    <message>
        <source>%1 and %2 cannot be used together</source>
        <translation>%1 и %2 нельзя указывать вместе</translation>
    </message>
    <message>
        <source>--%1 cannot be &quot;%2&quot;; expected: %3</source>
        <extracomment>%1 is an option, %2 the value that was given, %3 says which values are right</extracomment>
        <translation>значение параметра --%1 не может быть «%2»; ожидается: %3</translation>
    </message>
    <message>
        <source>Options:</source>
        <translation>Параметры:</translation>
    </message>
    <message>
        <source>Usage:</source>
        <translation>Использование:</translation>
    </message>
    <message>
        <source>options</source>
        <translation>параметры</translation>
    </message>
    <message>
        <source>open the window</source>
        <translation>открыть окно</translation>
    </message>
    <message>
        <source>COMMAND</source>
        <translation>КОМАНДА</translation>
    </message>
    <message>
        <source>no window: print every tick as text, or as JSON Lines</source>
        <translation>без окна: выводить каждый такт текстом или строками JSON</translation>
    </message>
    <message>
        <source>Ends in order by SIGINT, SIGTERM, --exit-after, or when nobody reads its output.</source>
        <translation>Завершается по порядку по SIGINT, SIGTERM, --exit-after или когда вывод больше никто не читает.</translation>
    </message>
    <message>
        <source>Try: metriscope --help</source>
        <translation>Справка: metriscope --help</translation>
    </message>
    <message>
        <source>There is no display to open a window on. Try: metriscope watch</source>
        <translation>Нет дисплея, на котором можно открыть окно. Попробуйте: metriscope watch</translation>
    </message>
    <message>
        <source>Exit status: 0 done; 1 an export failed; 2 wrong usage, or something asked for could not start.</source>
        <translation>Код завершения: 0 — выполнено; 1 — экспорт не удался; 2 — неверный вызов, либо запрошенное не удалось запустить.</translation>
    </message>
    <message>
        <source>ADDR:PORT</source>
        <translation>АДРЕС:ПОРТ</translation>
    </message>
    <message>
        <source>receive statsd here by UDP and TCP; [ADDR]:PORT for IPv6, unix:PATH for a unix socket, port 0 for any free one; may be repeated (default 127.0.0.1:8125)</source>
        <translation>принимать statsd здесь по UDP и TCP; [АДРЕС]:ПОРТ для IPv6, unix:ПУТЬ для сокета unix, порт 0 — любой свободный; можно повторять (по умолчанию 127.0.0.1:8125)</translation>
    </message>
    <message>
        <source>receive no statsd</source>
        <translation>не принимать statsd</translation>
    </message>
    <message>
        <source>SECONDS</source>
        <translation>СЕКУНДЫ</translation>
    </message>
    <message>
        <source>flush interval, 0.1 to 3600 (default 1)</source>
        <translation>длительность такта, от 0.1 до 3600 (по умолчанию 1)</translation>
    </message>
    <message>
        <source>LIST</source>
        <translation>СПИСОК</translation>
    </message>
    <message>
        <source>percentiles of timers, such as 50,90,95,99.9; negative ones count from the top</source>
        <translation>процентили таймеров, например 50,90,95,99.9; отрицательные отсчитываются сверху</translation>
    </message>
    <message>
        <source>NAME</source>
        <translation>ИМЯ</translation>
    </message>
    <message>
        <source>statsd, nearest or interpolate (default statsd)</source>
        <translation>statsd, nearest или interpolate (по умолчанию statsd)</translation>
    </message>
    <message>
        <source>grammar of the lines: dogstatsd (the default, takes most), statsd, netdata, brubeck, statsite, pystatsd</source>
        <translation>грамматика строк: dogstatsd (по умолчанию, принимает больше всех), statsd, netdata, brubeck, statsite, pystatsd</translation>
    </message>
    <message>
        <source>N</source>
        <translation>N</translation>
    </message>
    <message>
        <source>refuse new metrics beyond this many</source>
        <translation>не принимать новые метрики сверх этого числа</translation>
    </message>
    <message>
        <source>PATTERN=UNIT</source>
        <translation>ШАБЛОН=ЕДИНИЦА</translation>
    </message>
    <message>
        <source>the timers of applications whose name begins with PATTERN are in us, ms or s; may be repeated</source>
        <translation>таймеры приложений, чьё имя начинается с ШАБЛОНА, записаны в us, ms или s; можно повторять</translation>
    </message>
    <message>
        <source>FILE</source>
        <translation>ФАЙЛ</translation>
    </message>
    <message>
        <source>use this settings file</source>
        <translation>взять настройки из этого файла</translation>
    </message>
    <message>
        <source>LANGUAGE</source>
        <translation>ЯЗЫК</translation>
    </message>
    <message>
        <source>end in order after this time</source>
        <translation>завершиться по порядку через это время</translation>
    </message>
    <message>
        <source>DIR</source>
        <translation>ПАПКА</translation>
    </message>
    <message>
        <source>on exit, write the Overview there as PNG and CSV</source>
        <translation>при завершении записать туда «Обзор» как PNG и CSV</translation>
    </message>
    <message>
        <source>send the traffic of made-up applications, marked DEMO, to the console&apos;s own address</source>
        <translation>отправлять данные вымышленных приложений с пометкой ДЕМО на собственный адрес консоли</translation>
    </message>
    <message>
        <source>print JSON Lines instead of text</source>
        <translation>выводить строки JSON вместо текста</translation>
    </message>
    <message>
        <source>print idle metrics too</source>
        <translation>выводить и метрики без новых значений</translation>
    </message>
    <message>
        <source>say nothing on stderr but errors</source>
        <translation>писать в stderr только об ошибках</translation>
    </message>
    <message>
        <source>say more on stderr</source>
        <translation>писать в stderr подробнее</translation>
    </message>
    <message>
        <source>print this help</source>
        <translation>показать эту справку</translation>
    </message>
    <message>
        <source>print the version</source>
        <translation>показать версию</translation>
    </message>
    <message>
        <source>explain a command</source>
        <translation>объяснить команду</translation>
    </message>
</context>
<context>
    <name>errortext</name>
    <message>
        <source>nothing wrong</source>
        <translation>ошибок нет</translation>
    </message>
    <message>
        <source>no colon between name and value</source>
        <translation>нет двоеточия между именем и значением</translation>
    </message>
    <message>
        <source>no name before the colon</source>
        <translation>нет имени перед двоеточием</translation>
    </message>
    <message>
        <source>no value after the colon</source>
        <translation>нет значения после двоеточия</translation>
    </message>
    <message>
        <source>the value is not a number</source>
        <translation>значение не является числом</translation>
    </message>
    <message>
        <source>the value is infinite or not a number (NaN)</source>
        <translation>значение бесконечно или не определено (NaN)</translation>
    </message>
    <message>
        <source>a timer cannot be negative</source>
        <translation>таймер не может быть отрицательным</translation>
    </message>
    <message>
        <source>no kind after the value, such as |c or |ms</source>
        <translation>после значения не указан вид, например |c или |ms</translation>
    </message>
    <message>
        <source>unknown kind of metric</source>
        <translation>неизвестный вид метрики</translation>
    </message>
    <message>
        <source>the dialect in force does not know this kind</source>
        <translation>выбранный диалект не знает этого вида</translation>
    </message>
    <message>
        <source>the sample rate is not a number above zero</source>
        <translation>доля выборки не является положительным числом</translation>
    </message>
    <message>
        <source>the timestamp is not a number of seconds</source>
        <translation>отметка времени не является числом секунд</translation>
    </message>
    <message>
        <source>a field after the kind cannot be read</source>
        <translation>не удаётся прочесть поле после вида</translation>
    </message>
    <message>
        <source>the dialect in force does not know this field</source>
        <translation>выбранный диалект не знает этого поля</translation>
    </message>
    <message>
        <source>the dialect in force takes one value a line</source>
        <translation>выбранный диалект допускает одно значение в строке</translation>
    </message>
    <message>
        <source>unexpected text at the end of the line</source>
        <translation>лишний текст в конце строки</translation>
    </message>
    <message>
        <source>the line is too long</source>
        <translation>строка слишком длинная</translation>
    </message>
    <message>
        <source>the header of an event cannot be read</source>
        <translation>не удаётся прочесть заголовок события</translation>
    </message>
    <message>
        <source>the lengths in an event&apos;s header do not fit its text</source>
        <translation>длины в заголовке события не соответствуют его тексту</translation>
    </message>
    <message>
        <source>an event without a title</source>
        <translation>событие без названия</translation>
    </message>
    <message>
        <source>the status of a service check is not 0, 1, 2 or 3</source>
        <translation>состояние проверки службы не равно 0, 1, 2 или 3</translation>
    </message>
    <message>
        <source>the dialect in force does not take this name</source>
        <translation>выбранный диалект не принимает такое имя</translation>
    </message>
    <message>
        <source>the dialect in force knows no events and service checks</source>
        <translation>выбранный диалект не знает событий и проверок служб</translation>
    </message>
    <message>
        <source>an empty value among packed values</source>
        <translation>пустое значение среди нескольких в одной строке</translation>
    </message>
    <message>
        <source>the sample rate is above one</source>
        <translation>доля выборки больше единицы</translation>
    </message>
    <message>
        <source>the line ends with a carriage return</source>
        <translation>строка оканчивается возвратом каретки</translation>
    </message>
    <message>
        <source>the connection closed before the end of the line</source>
        <translation>соединение закрылось до конца строки</translation>
    </message>
    <message>
        <source>an unknown field was skipped</source>
        <translation>неизвестное поле пропущено</translation>
    </message>
    <message>
        <source>a field of an event was skipped</source>
        <translation>поле события пропущено</translation>
    </message>
    <message>
        <source>a kind the dialect does not know was read as a counter</source>
        <translation>неизвестный диалекту вид прочитан как счётчик</translation>
    </message>
    <message>
        <source>two dots in a row in the name</source>
        <translation>две точки подряд в имени</translation>
    </message>
    <message>
        <source>write the number with a decimal point, not a comma</source>
        <translation>записывайте число с десятичной точкой, а не с запятой</translation>
    </message>
    <message>
        <source>send a real line break instead of backslash and n</source>
        <translation>отправляйте настоящий перевод строки, а не обратную косую черту и n</translation>
    </message>
    <message>
        <source>write the number in decimal, not in hexadecimal</source>
        <translation>записывайте число в десятичном виде, а не в шестнадцатеричном</translation>
    </message>
    <message>
        <source>count the lengths in bytes of UTF-8, not in characters</source>
        <translation>считайте длины в байтах UTF-8, а не в символах</translation>
    </message>
    <message>
        <source>end the line after the last field</source>
        <translation>завершайте строку сразу после последнего поля</translation>
    </message>
    <message>
        <source>measure time with a clock that is never set back</source>
        <translation>измеряйте время часами, которые не переводятся назад</translation>
    </message>
    <message>
        <source>remove the dot at the end of the client&apos;s prefix</source>
        <translation>уберите точку в конце префикса клиента</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>принята</translation>
    </message>
    <message>
        <source>accepted with a warning</source>
        <translation>принята с предупреждением</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>отклонена</translation>
    </message>
    <message>
        <source>counter</source>
        <translation>счётчик</translation>
    </message>
    <message>
        <source>gauge</source>
        <translation>уровень</translation>
    </message>
    <message>
        <source>timer</source>
        <translation>таймер</translation>
    </message>
    <message>
        <source>set</source>
        <translation>множество</translation>
    </message>
    <message>
        <source>histogram</source>
        <translation>гистограмма</translation>
    </message>
    <message>
        <source>distribution</source>
        <translation>распределение</translation>
    </message>
    <message>
        <source>ms</source>
        <translation>мс</translation>
    </message>
    <message>
        <source>s</source>
        <translation>с</translation>
    </message>
    <message>
        <source>B</source>
        <translation>Б</translation>
    </message>
    <message>
        <source>req</source>
        <translation>запр.</translation>
    </message>
    <message>
        <source>users</source>
        <translation>польз.</translation>
    </message>
    <message>
        <source>value</source>
        <translation>значение</translation>
    </message>
    <message>
        <source>rate</source>
        <translation>частота</translation>
    </message>
    <message>
        <source>count</source>
        <translation>количество</translation>
    </message>
    <message>
        <source>total</source>
        <translation>всего</translation>
    </message>
    <message>
        <source>increments</source>
        <translation>приращения</translation>
    </message>
    <message>
        <source>decrements</source>
        <translation>убывания</translation>
    </message>
    <message>
        <source>sum</source>
        <translation>сумма</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>среднее</translation>
    </message>
    <message>
        <source>minimum</source>
        <translation>минимум</translation>
    </message>
    <message>
        <source>maximum</source>
        <translation>максимум</translation>
    </message>
    <message>
        <source>standard deviation</source>
        <translation>стандартное отклонение</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>остановлен</translation>
    </message>
    <message>
        <source>starting</source>
        <translation>запускается</translation>
    </message>
    <message>
        <source>running</source>
        <translation>работает</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>сбой</translation>
    </message>
    <message>
        <source>%1 is taken by another program. Stop it, or choose another address in the settings.</source>
        <translation>Адрес %1 занят другой программой. Остановите её или выберите другой адрес в настройках.</translation>
    </message>
    <message>
        <source>%1 is taken by %2. Stop it, or choose another address in the settings.</source>
        <extracomment>%1 is an address, %2 the name and process number of a program</extracomment>
        <translation>Адрес %1 занят программой %2. Остановите её или выберите другой адрес в настройках.</translation>
    </message>
    <message>
        <source>%1 is not an address of this machine. Correct it in the settings.</source>
        <translation>%1 — не адрес этой машины. Исправьте его в настройках.</translation>
    </message>
    <message>
        <source>The system does not allow listening on %1. Choose a port of 1024 or above.</source>
        <translation>Система не разрешает принимать на %1. Выберите порт не меньше 1024.</translation>
    </message>
    <message>
        <source>Listening on %1 failed: %2</source>
        <extracomment>%1 is an address, %2 a message of the operating system</extracomment>
        <translation>Не удалось начать приём на %1: %2</translation>
    </message>
    <message>
        <source>signals</source>
        <translation>сигналы</translation>
    </message>
    <message>
        <source>timers are read as microseconds, though the lines say ms</source>
        <translation>таймеры читаются как микросекунды, хотя в строках указано ms</translation>
    </message>
    <message>
        <source>active users are counted from the start of Metriscope</source>
        <translation>активные пользователи считаются с запуска Metriscope</translation>
    </message>
    <message>
        <source>the timers&apos; values contradict the unit in force</source>
        <translation>значения таймеров противоречат принятой единице</translation>
    </message>
    <message>
        <source>Request rate</source>
        <translation>Частота запросов</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>Задержка</translation>
    </message>
    <message>
        <source>Active users</source>
        <translation>Активные пользователи</translation>
    </message>
    <message>
        <source>Total users</source>
        <translation>Всего пользователей</translation>
    </message>
    <message>
        <source>Requests in flight</source>
        <translation>Запросы в обработке</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Ошибки</translation>
    </message>
    <message>
        <source>microseconds</source>
        <translation>микросекунды</translation>
    </message>
    <message>
        <source>milliseconds</source>
        <translation>миллисекунды</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>секунды</translation>
    </message>
    <message>
        <source>leave a gap</source>
        <translation>оставлять пробел</translation>
    </message>
    <message>
        <source>draw zero</source>
        <translation>рисовать ноль</translation>
    </message>
    <message>
        <source>hold the last value</source>
        <translation>держать последнее значение</translation>
    </message>
    <message>
        <source>statsd (rank rounded half up)</source>
        <translation>statsd (ранг с округлением половины вверх)</translation>
    </message>
    <message>
        <source>nearest rank</source>
        <translation>ближайший ранг</translation>
    </message>
    <message>
        <source>linear interpolation</source>
        <translation>линейная интерполяция</translation>
    </message>
</context>
<context>
    <name>metriscope::app::AppearanceForm</name>
    <message>
        <source>Appearance</source>
        <translation>Внешний вид</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Язык</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Как в системе</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Язык</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Тема</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Светлая</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Тёмная</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Тема</translation>
    </message>
</context>
<context>
    <name>metriscope::app::ExitExport</name>
    <message>
        <source>%1 could not be written: %2</source>
        <extracomment>%1 is the name of a file, %2 a message of the operating system</extracomment>
        <translation>Не удалось записать %1: %2</translation>
    </message>
</context>
<context>
    <name>metriscope::app::Help</name>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>In a chart: move the cursor point by point</source>
        <translation>На графике: двигать указатель по точкам</translation>
    </message>
    <message>
        <source>In a chart: set cursor A or B</source>
        <translation>На графике: поставить метку A или B</translation>
    </message>
    <message>
        <source>In a chart: zoom in or out</source>
        <translation>На графике: увеличить или уменьшить масштаб</translation>
    </message>
    <message>
        <source>In a chart: remove the cursors</source>
        <translation>На графике: убрать метки</translation>
    </message>
    <message>
        <source>Send something</source>
        <translation>Отправьте что-нибудь</translation>
    </message>
    <message>
        <source>Metriscope is the statsd server: point your application at %1, over UDP or TCP. To see that it works, type this in a terminal:</source>
        <translation>Metriscope сам является сервером statsd: укажите своему приложению адрес %1, UDP или TCP. Чтобы убедиться, что всё работает, введите в терминале:</translation>
    </message>
    <message>
        <source>Nothing to send yet? Start the demo in the menu Sources: it sends made-up traffic, and the window says DEMO as long as it runs.</source>
        <translation>Пока нечего отправлять? Запустите демонстрацию в меню «Источники»: она отправляет вымышленные данные, и всё это время в окне видна пометка ДЕМО.</translation>
    </message>
    <message>
        <source>Is it right?</source>
        <translation>Всё ли верно?</translation>
    </message>
    <message>
        <source>Every line that is rejected is counted, and the Journal says why, shows the last example and what to change. The numbers below the window lead there.</source>
        <translation>Каждая отклонённая строка учитывается, а «Журнал» объясняет причину, показывает последний пример и подсказывает, что исправить. Туда ведут числа в нижней части окна.</translation>
    </message>
    <message>
        <source>How is my application doing?</source>
        <translation>Как дела у моего приложения?</translation>
    </message>
    <message>
        <source>The Overview draws request rate, latency and active users of every application that a preset recognises. For other names, say in Tools, Settings, Signals what your metrics are called. Any metric can be charted: choose it in Metrics and press Enter.</source>
        <translation>«Обзор» показывает частоту запросов, задержку и активных пользователей каждого приложения, которое распознал один из шаблонов. Если имена у вас другие, укажите их в меню «Инструменты», «Настройки», «Сигналы». На график можно вывести любую метрику: выберите её на странице «Метрики» и нажмите Enter.</translation>
    </message>
    <message>
        <source>In a chart</source>
        <translation>На графике</translation>
    </message>
    <message>
        <source>Drag to zoom, turn the wheel to zoom around the pointer. F follows the time again, Space freezes the view while receiving goes on. A and B set two cursors; their difference stands below.</source>
        <translation>Протяните мышью, чтобы увеличить; колесо меняет масштаб вокруг указателя. F снова следует за временем, пробел замораживает вид, а приём продолжается. A и B ставят две метки; разность между ними показана внизу.</translation>
    </message>
    <message>
        <source>Metriscope %1

A console for the metrics of your own web applications.

Built on Qt %2. Free software under the GNU General Public License, version 3 or later, without any warranty.</source>
        <translation>Metriscope %1

Консоль для метрик ваших собственных веб-приложений.

Собрано на Qt %2. Свободная программа под лицензией GNU General Public License версии 3 или новее, без каких-либо гарантий.</translation>
    </message>
    <message>
        <source>About Metriscope</source>
        <translation>О программе Metriscope</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Клавиши</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Клавиши</translation>
    </message>
    <message>
        <source>What they do</source>
        <translation>Что делают</translation>
    </message>
    <message>
        <source>Getting started</source>
        <translation>Первые шаги</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 is the title of a menu, %2 one of its entries</extracomment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>metriscope::app::MainWindow</name>
    <message>
        <source>Metriscope</source>
        <translation>Metriscope</translation>
    </message>
    <message>
        <source>Navigation</source>
        <translation>Навигация</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Источники</translation>
    </message>
    <message>
        <source>Detach or attach this panel</source>
        <translation>Открепить или прикрепить эту панель</translation>
    </message>
    <message>
        <source>Close this panel</source>
        <translation>Закрыть эту панель</translation>
    </message>
</context>
<context>
    <name>metriscope::app::NavigationList</name>
    <message>
        <source>%1 (%2)</source>
        <extracomment>tool tip of a page: %1 is its name, %2 a key</extracomment>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>metriscope::app::NoticeBar</name>
    <message>
        <source>Close</source>
        <extracomment>closes a notice</extracomment>
        <translation>Закрыть</translation>
    </message>
    <message numerus="yes">
        <source>%1 (and %n more)</source>
        <extracomment>%1 is a notice</extracomment>
        <translation>
            <numerusform>%1 (и ещё %n)</numerusform>
            <numerusform>%1 (и ещё %n)</numerusform>
            <numerusform>%1 (и ещё %n)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>metriscope::app::SettingsDialog</name>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 is the name of a page of settings, %2 says what is wrong on it</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>The receiver will be started again: connections over TCP are closed.</source>
        <translation>Приёмник будет запущен заново: соединения TCP закроются.</translation>
    </message>
    <message>
        <source>Ticks and history change when Metriscope starts the next time.</source>
        <translation>Такты и история изменятся при следующем запуске Metriscope.</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Настройки</translation>
    </message>
    <message>
        <source>Pages of the settings</source>
        <translation>Страницы настроек</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>ОК</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>&amp;Apply</source>
        <translation>Прим&amp;енить</translation>
    </message>
    <message>
        <source>Restore defaults</source>
        <translation>Вернуть исходные</translation>
    </message>
</context>
<context>
    <name>metriscope::app::SourceList</name>
    <message>
        <source>Sources</source>
        <translation>Источники</translation>
    </message>
    <message>
        <source>What Metriscope listens to, with its state and address</source>
        <translation>Что принимает Metriscope, с состоянием и адресом</translation>
    </message>
</context>
<context>
    <name>metriscope::app::StatusLine</name>
    <message>
        <source>Lines received a second. Opens the metrics.</source>
        <translation>Принято строк в секунду. Открывает метрики.</translation>
    </message>
    <message>
        <source>Lines rejected since the start. Opens the journal, where the reasons are.</source>
        <translation>Отклонено строк с запуска. Открывает журнал, где указаны причины.</translation>
    </message>
    <message>
        <source>Datagrams that the kernel dropped because the socket buffer was full. Opens the settings of the buffer.</source>
        <translation>Датаграммы, отброшенные ядром из-за переполнения буфера сокета. Открывает настройку буфера.</translation>
    </message>
    <message>
        <source>Metrics seen since the start. Opens the metrics.</source>
        <translation>Встретилось метрик с запуска. Открывает метрики.</translation>
    </message>
    <message>
        <source>DEMO</source>
        <extracomment>badge: what is shown comes from the built-in demo</extracomment>
        <translation>ДЕМО</translation>
    </message>
    <message>
        <source>The demo is running: what you see is made up</source>
        <translation>Идёт демонстрация: показаны вымышленные данные</translation>
    </message>
    <message>
        <source>%L1 lines/s</source>
        <extracomment>%L1 is a number</extracomment>
        <translation>%L1 строк/с</translation>
    </message>
    <message numerus="yes">
        <source>%Ln rejected</source>
        <translation>
            <numerusform>%Ln отклонена</numerusform>
            <numerusform>%Ln отклонены</numerusform>
            <numerusform>%Ln отклонено</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln dropped</source>
        <translation>
            <numerusform>%Ln потеряна</numerusform>
            <numerusform>%Ln потеряны</numerusform>
            <numerusform>%Ln потеряно</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln series</source>
        <translation>
            <numerusform>%Ln ряд</numerusform>
            <numerusform>%Ln ряда</numerusform>
            <numerusform>%Ln рядов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 (%Ln line(s) refused)</source>
        <extracomment>%1 is &quot;123 series&quot;; the lines had new names when there was no room for more</extracomment>
        <translation>
            <numerusform>%1 (не принята %Ln строка)</numerusform>
            <numerusform>%1 (не приняты %Ln строки)</numerusform>
            <numerusform>%1 (не принято %Ln строк)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>metriscope::app::ViewBar</name>
    <message>
        <source>Tool bar</source>
        <translation>Панель инструментов</translation>
    </message>
    <message>
        <source>Window</source>
        <extracomment>label of a combo box: how much time the charts show</extracomment>
        <translation>Интервал</translation>
    </message>
    <message>
        <source>Time window</source>
        <translation>Интервал времени</translation>
    </message>
    <message>
        <source>How much time the charts show</source>
        <translation>Сколько времени показывают графики</translation>
    </message>
    <message>
        <source>Application</source>
        <translation>Приложение</translation>
    </message>
    <message>
        <source>all</source>
        <extracomment>item of a combo box: all applications</extracomment>
        <translation>все</translation>
    </message>
    <message>
        <source>Which application the overview shows</source>
        <translation>Какое приложение показывает обзор</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Экспорт</translation>
    </message>
    <message>
        <source>Saves what this page shows</source>
        <translation>Сохраняет то, что показывает эта страница</translation>
    </message>
</context>
<context>
    <name>metriscope::app::Watch</name>
    <message>
        <source>Not available on this machine: %1</source>
        <translation>Недоступно на этой машине: %1</translation>
    </message>
    <message>
        <source>DEMO: made-up applications send to %1.</source>
        <translation>ДЕМО: вымышленные приложения отправляют данные на %1.</translation>
    </message>
    <message>
        <source>Writing the output failed: %1</source>
        <translation>Не удалось записать вывод: %1</translation>
    </message>
</context>
<context>
    <name>metriscope::app::WindowActions</name>
    <message>
        <source>Stop the statsd &amp;receiver</source>
        <translation>Остановить &amp;приёмник statsd</translation>
    </message>
    <message>
        <source>Start the statsd &amp;receiver</source>
        <translation>Запустить &amp;приёмник statsd</translation>
    </message>
    <message>
        <source>Stop the &amp;demo</source>
        <translation>Остановить &amp;демонстрацию</translation>
    </message>
    <message>
        <source>Start the &amp;demo</source>
        <translation>Запустить &amp;демонстрацию</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Файл</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Вид</translation>
    </message>
    <message>
        <source>&amp;Sources</source>
        <translation>&amp;Источники</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>И&amp;нструменты</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Справка</translation>
    </message>
    <message>
        <source>&amp;Export this page…</source>
        <translation>&amp;Экспорт этой страницы…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Выход</translation>
    </message>
    <message>
        <source>Copy the &amp;address</source>
        <translation>Копировать &amp;адрес</translation>
    </message>
    <message>
        <source>Copy a &amp;test command</source>
        <translation>Копировать &amp;команду для проверки</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>&amp;Настройки…</translation>
    </message>
    <message>
        <source>&amp;Getting started</source>
        <translation>&amp;Первые шаги</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Клавиши</translation>
    </message>
    <message>
        <source>&amp;About Metriscope</source>
        <translation>&amp;О программе Metriscope</translation>
    </message>
    <message>
        <source>&amp;Overview</source>
        <translation>&amp;Обзор</translation>
    </message>
    <message>
        <source>&amp;Metrics</source>
        <translation>&amp;Метрики</translation>
    </message>
    <message>
        <source>&amp;Charts</source>
        <translation>&amp;Графики</translation>
    </message>
    <message>
        <source>&amp;Journal</source>
        <translation>&amp;Журнал</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Пауза</translation>
    </message>
    <message>
        <source>Freezes the charts; receiving goes on</source>
        <translation>Замораживает графики; приём продолжается</translation>
    </message>
    <message>
        <source>&amp;Follow</source>
        <translation>&amp;Следовать</translation>
    </message>
    <message>
        <source>Scrolls the charts along with the time</source>
        <translation>Прокручивает графики вслед за временем</translation>
    </message>
    <message>
        <source>&amp;Back to the view before</source>
        <translation>Вернуться к п&amp;режнему виду</translation>
    </message>
    <message>
        <source>Time &amp;window</source>
        <extracomment>a submenu: how much time the charts show</extracomment>
        <translation>&amp;Интервал времени</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Тема</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>Как в &amp;системе</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>С&amp;ветлая</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Тёмная</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Язык</translation>
    </message>
    <message>
        <source>Pa&amp;nels</source>
        <translation>&amp;Боковые панели</translation>
    </message>
    <message>
        <source>F&amp;ull screen</source>
        <translation>Во весь &amp;экран</translation>
    </message>
</context>
<context>
    <name>metriscope::ui::BoardsPane</name>
    <message>
        <source>Board %1</source>
        <translation>Панель %1</translation>
    </message>
    <message numerus="yes">
        <source>A chart holds %1 curves: %Ln metric(s) stayed out.</source>
        <translation>
            <numerusform>На графике помещается %1 линий: %Ln метрика не вошла.</numerusform>
            <numerusform>На графике помещается %1 линий: %Ln метрики не вошли.</numerusform>
            <numerusform>На графике помещается %1 линий: %Ln метрик не вошло.</numerusform>
        </translation>
    </message>
    <message>
        <source>The board “%1” was removed.</source>
        <translation>Панель «%1» удалена.</translation>
    </message>
    <message>
        <source>%1 (copy)</source>
        <translation>%1 (копия)</translation>
    </message>
    <message>
        <source>Rename the board</source>
        <translation>Переименование панели</translation>
    </message>
    <message>
        <source>Name of the board:</source>
        <translation>Название панели:</translation>
    </message>
    <message>
        <source>The chart “%1” was removed.</source>
        <translation>График «%1» удалён.</translation>
    </message>
    <message>
        <source>Rename the chart</source>
        <translation>Переименование графика</translation>
    </message>
    <message>
        <source>Title of the chart, empty to make it from the metrics:</source>
        <translation>Название графика; пустое составляется из имён метрик:</translation>
    </message>
    <message>
        <source>Metrics of a new chart</source>
        <translation>Метрики нового графика</translation>
    </message>
    <message>
        <source>Add metrics to the chart</source>
        <translation>Добавление метрик на график</translation>
    </message>
    <message>
        <source>Chart them</source>
        <translation>Вывести на график</translation>
    </message>
    <message>
        <source>Remove from the chart</source>
        <translation>Убрать с графика</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>Линии</translation>
    </message>
    <message>
        <source>Stacked</source>
        <translation>С накоплением</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Переименовать…</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Создать копию</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>This board has no charts yet</source>
        <translation>На этой панели пока нет графиков</translation>
    </message>
    <message>
        <source>Make your own charts</source>
        <translation>Соберите свои графики</translation>
    </message>
    <message>
        <source>Pick metrics in Metrics and press Enter, or drag them onto a chart. Boards are kept, and their charts start again by themselves when the metrics come back.</source>
        <translation>Выберите метрики на странице «Метрики» и нажмите Enter или перетащите их на график. Панели сохраняются, и их графики сами оживают, когда метрики появляются снова.</translation>
    </message>
    <message>
        <source>Choose metrics</source>
        <translation>Выбрать метрики</translation>
    </message>
    <message>
        <source>Start the demo</source>
        <translation>Запустить демонстрацию</translation>
    </message>
    <message>
        <source>Boards</source>
        <translation>Панели</translation>
    </message>
    <message>
        <source>Add a board</source>
        <translation>Добавить панель</translation>
    </message>
    <message>
        <source>Add chart…</source>
        <translation>Добавить график…</translation>
    </message>
    <message>
        <source>Choose the metrics of a new chart</source>
        <translation>Выбрать метрики для нового графика</translation>
    </message>
    <message>
        <source>Board menu</source>
        <translation>Меню панели</translation>
    </message>
    <message numerus="yes">
        <source>%Ln column(s)</source>
        <translation>
            <numerusform>%Ln столбец</numerusform>
            <numerusform>%Ln столбца</numerusform>
            <numerusform>%Ln столбцов</numerusform>
        </translation>
    </message>
    <message>
        <source>Columns of charts on the board</source>
        <translation>Столбцы графиков на панели</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Отменить</translation>
    </message>
    <message>
        <source>Add metrics…</source>
        <translation>Добавить метрики…</translation>
    </message>
    <message>
        <source>Move back</source>
        <translation>Переместить назад</translation>
    </message>
    <message>
        <source>Move on</source>
        <translation>Переместить вперёд</translation>
    </message>
</context>
<context>
    <name>metriscope::ui::ChartCard</name>
    <message>
        <source>Empty chart</source>
        <translation>Пустой график</translation>
    </message>
    <message numerus="yes">
        <source>%Ln curve(s)</source>
        <translation>
            <numerusform>%Ln линия</numerusform>
            <numerusform>%Ln линии</numerusform>
            <numerusform>%Ln линий</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (waiting)</source>
        <extracomment>A metric that has not been seen in this run</extracomment>
        <translation>%1 (ожидание)</translation>
    </message>
    <message>
        <source>Drop metrics here, or add them from the menu.</source>
        <translation>Перетащите метрики сюда или добавьте их из меню.</translation>
    </message>
    <message>
        <source>Waiting for the metrics. The chart starts by itself when they come.</source>
        <translation>Ожидание метрик. График начнётся сам, когда они появятся.</translation>
    </message>
    <message>
        <source>Chart menu</source>
        <translation>Меню графика</translation>
    </message>
</context>
<context>
    <name>metriscope::ui::EmptyOverview</name>
    <message>
        <source>No application recognised yet</source>
        <translation>Пока не распознано ни одного приложения</translation>
    </message>
    <message numerus="yes">
        <source>%n series arrive, but no preset finds a request rate, latency or active users among them. Look at them under Metrics.</source>
        <translation>
            <numerusform>Поступает %n ряд, но ни один шаблон не нашёл в нём частоты запросов, задержки или активных пользователей. Посмотрите на него на странице «Метрики».</numerusform>
            <numerusform>Поступают %n ряда, но ни один шаблон не нашёл среди них частоты запросов, задержки или активных пользователей. Посмотрите на них на странице «Метрики».</numerusform>
            <numerusform>Поступает %n рядов, но ни один шаблон не нашёл среди них частоты запросов, задержки или активных пользователей. Посмотрите на них на странице «Метрики».</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing has arrived yet</source>
        <translation>Пока ничего не поступило</translation>
    </message>
    <message>
        <source>Point the statsd client of your application at %1, port %2. To see that it works, start the demo or send a test line from a terminal:</source>
        <translation>Укажите клиенту statsd своего приложения адрес %1, порт %2. Чтобы убедиться, что всё работает, запустите демонстрацию или отправьте пробную строку из терминала:</translation>
    </message>
    <message>
        <source>The statsd receiver is not running</source>
        <translation>Приёмник statsd не запущен</translation>
    </message>
    <message>
        <source>Nothing can arrive. The Journal says why it did not start; the settings choose another port.</source>
        <translation>Поступать нечему. В журнале сказано, почему он не запустился; другой порт выбирается в настройках.</translation>
    </message>
    <message>
        <source>Start the demo</source>
        <translation>Запустить демонстрацию</translation>
    </message>
    <message>
        <source>Copy the test command</source>
        <translation>Копировать команду для проверки</translation>
    </message>
    <message>
        <source>Open Metrics</source>
        <translation>Открыть метрики</translation>
    </message>
    <message>
        <source>Test command</source>
        <translation>Команда для проверки</translation>
    </message>
</context>
<context>
    <name>metriscope::ui::ExportDialog</name>
    <message>
        <source>Export</source>
        <translation>Экспорт</translation>
    </message>
    <message>
        <source>Picture (PNG)</source>
        <translation>Изображение (PNG)</translation>
    </message>
    <message>
        <source>Vector picture (SVG)</source>
        <translation>Векторное изображение (SVG)</translation>
    </message>
    <message>
        <source>Values (CSV)</source>
        <translation>Значения (CSV)</translation>
    </message>
    <message>
        <source>Other</source>
        <extracomment>a size of a picture that is none of the listed ones</extracomment>
        <translation>Другой</translation>
    </message>
    <message>
        <source>As on the screen</source>
        <translation>Как на экране</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Светлая</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Тёмная</translation>
    </message>
    <message>
        <source>Visible range</source>
        <translation>Видимый промежуток</translation>
    </message>
    <message>
        <source>All that is kept</source>
        <translation>Всё, что хранится</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Ширина</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>Высота</translation>
    </message>
    <message>
        <source>&amp;Format:</source>
        <translation>&amp;Формат:</translation>
    </message>
    <message>
        <source>&amp;Size:</source>
        <translation>&amp;Размер:</translation>
    </message>
    <message>
        <source>S&amp;cale:</source>
        <translation>&amp;Масштаб:</translation>
    </message>
    <message>
        <source>&amp;Theme:</source>
        <translation>&amp;Тема:</translation>
    </message>
    <message>
        <source>&amp;Range:</source>
        <translation>&amp;Промежуток:</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Сохранить…</translation>
    </message>
</context>
<context>
    <name>metriscope::ui::Exporter</name>
    <message>
        <source>Copy the picture</source>
        <translation>Копировать изображение</translation>
    </message>
    <message>
        <source>Save as PNG…</source>
        <translation>Сохранить как PNG…</translation>
    </message>
    <message>
        <source>Save as SVG…</source>
        <translation>Сохранить как SVG…</translation>
    </message>
    <message>
        <source>Save the values as CSV…</source>
        <translation>Сохранить значения как CSV…</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Экспорт</translation>
    </message>
    <message>
        <source>Exporting…</source>
        <translation>Экспорт…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>The file could not be written: %1</source>
        <translation>Не удалось записать файл: %1</translation>
    </message>
    <message>
        <source>%1 Nothing was left behind.</source>
        <translation>%1 Неполный файл не остался.</translation>
    </message>
</context>
<context>
    <name>metriscope::ui::FilterBar</name>
    <message numerus="yes">
        <source>%Ln metric(s)</source>
        <translation>
            <numerusform>%Ln метрика</numerusform>
            <numerusform>%Ln метрики</numerusform>
            <numerusform>%Ln метрик</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 из %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln metric(s) took the expression too long and are not shown</source>
        <translation>
            <numerusform>%Ln метрика не показана: выражение проверялось на ней слишком долго</numerusform>
            <numerusform>%Ln метрики не показаны: выражение проверялось на них слишком долго</numerusform>
            <numerusform>%Ln метрик не показано: выражение проверялось на них слишком долго</numerusform>
        </translation>
    </message>
    <message>
        <source>The filter is too long.</source>
        <translation>Слишком длинный фильтр.</translation>
    </message>
    <message>
        <source>The bracket at character %1 is not closed.</source>
        <translation>Скобка в позиции %1 не закрыта.</translation>
    </message>
    <message>
        <source>The expression is wrong at character %1: %2</source>
        <extracomment>%2 is what the library for regular expressions says</extracomment>
        <translation>Ошибка в выражении в позиции %1: %2</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>Все виды</translation>
    </message>
    <message numerus="yes">
        <source>%Ln kind(s)</source>
        <translation>
            <numerusform>%Ln вид</numerusform>
            <numerusform>%Ln вида</numerusform>
            <numerusform>%Ln видов</numerusform>
        </translation>
    </message>
    <message>
        <source>Filter metrics</source>
        <translation>Фильтр метрик</translation>
    </message>
    <message>
        <source>Words must all occur in the name or the tags.
env:dev finds a tag, -word excludes.</source>
        <translation>Все слова должны встретиться в имени или тегах.
env:dev ищет тег, -слово исключает.</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Текст</translation>
    </message>
    <message>
        <source>Wildcard</source>
        <extracomment>A way to write a filter: with * and ?</extracomment>
        <translation>Маска</translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation>Регулярное выражение</translation>
    </message>
    <message>
        <source>How the filter is meant</source>
        <translation>Как понимать фильтр</translation>
    </message>
    <message>
        <source>Which kinds of metrics are shown</source>
        <translation>Какие виды метрик показаны</translation>
    </message>
</context>
<context>
    <name>metriscope::ui::HistoryForm</name>
    <message>
        <source>Ticks and history</source>
        <translation>Такты и история</translation>
    </message>
    <message numerus="yes">
        <source>Percentiles are numbers between -100 and 100 without 0, at most %n of them, separated by commas.</source>
        <translation>
            <numerusform>Процентили — числа от -100 до 100, кроме 0, не больше %n, через запятую.</numerusform>
            <numerusform>Процентили — числа от -100 до 100, кроме 0, не больше %n, через запятую.</numerusform>
            <numerusform>Процентили — числа от -100 до 100, кроме 0, не больше %n, через запятую.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Tick</source>
        <translation>&amp;Такт</translation>
    </message>
    <message>
        <source> s</source>
        <extracomment>seconds, after a number in a field</extracomment>
        <translation> с</translation>
    </message>
    <message>
        <source>&amp;Memory for history</source>
        <translation>&amp;Память для истории</translation>
    </message>
    <message>
        <source> MiB</source>
        <extracomment>mebibytes, after a number in a field</extracomment>
        <translation> МиБ</translation>
    </message>
    <message>
        <source>Most s&amp;eries</source>
        <translation>Наи&amp;большее число рядов</translation>
    </message>
    <message>
        <source>When the memory is used up, the oldest points of what nobody watches go first. Past the most series, new names are refused. Both are counted and shown.</source>
        <translation>Когда память исчерпана, первыми удаляются самые старые точки того, на что никто не смотрит. Сверх наибольшего числа рядов новые имена не принимаются. И то и другое подсчитывается и показывается.</translation>
    </message>
    <message>
        <source>While nothing arrives for a metric, charts</source>
        <translation>Пока для метрики ничего не поступает, графики должны</translation>
    </message>
    <message>
        <source>&amp;Counters</source>
        <translation>&amp;Счётчики</translation>
    </message>
    <message>
        <source>&amp;Gauges</source>
        <translation>&amp;Уровни</translation>
    </message>
    <message>
        <source>T&amp;imers</source>
        <translation>Та&amp;ймеры</translation>
    </message>
    <message>
        <source>Set&amp;s</source>
        <translation>&amp;Множества</translation>
    </message>
    <message>
        <source>&amp;Percentiles</source>
        <translation>П&amp;роцентили</translation>
    </message>
    <message>
        <source>&amp;Rule</source>
        <translation>Пра&amp;вило</translation>
    </message>
    <message>
        <source>Which sample stands for a percentile</source>
        <translation>Какой замер считается процентилем</translation>
    </message>
    <message>
        <source>Percentiles and rule are those of the output of “metriscope watch”; charts read any quantile from the history.</source>
        <translation>Процентили и правило относятся к выводу «metriscope watch»; графики берут любой квантиль из истории.</translation>
    </message>
</context>
<context>
    <name>metriscope::ui::IssueModel</name>
    <message>
        <source>Reason</source>
        <translation>Причина</translation>
    </message>
    <message>
        <source>What to change</source>
        <translation>Что исправить</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>Строк</translation>
    </message>
    <message>
        <source>Last example</source>
        <translation>Последний пример</translation>
    </message>
    <message>
        <source>Sender</source>
        <extracomment>column header: network address of the sender</extracomment>
        <translation>Отправитель</translation>
    </message>
</context>
<context>
    <name>metriscope::ui::Journal</name>
    <message>
        <source>Listening on %1</source>
        <extracomment>%1 is one or more network addresses</extracomment>
        <translation>Приём на %1</translation>
    </message>
    <message>
        <source>Stopped listening</source>
        <translation>Приём остановлен</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Запуск</translation>
    </message>
    <message>
        <source>OK</source>
        <extracomment>status of a service check</extracomment>
        <translation>в порядке</translation>
    </message>
    <message>
        <source>warning</source>
        <extracomment>status of a service check</extracomment>
        <translation>предупреждение</translation>
    </message>
    <message>
        <source>critical</source>
        <extracomment>status of a service check</extracomment>
        <translation>критическое</translation>
    </message>
    <message>
        <source>unknown</source>
        <extracomment>status of a service check</extracomment>
        <translation>неизвестно</translation>
    </message>
    <message>
        <source>The settings could not be read from %1. Defaults are in force.</source>
        <translation>Не удалось прочесть настройки из %1. Действуют исходные.</translation>
    </message>
    <message>
        <source>The settings file was damaged. Defaults are in force; the damaged file was kept as %1.</source>
        <translation>Файл настроек был повреждён. Действуют исходные настройки; повреждённый файл сохранён как %1.</translation>
    </message>
    <message>
        <source>The settings were written by a newer version of Metriscope. Changes will not be saved.</source>
        <translation>Настройки записаны более новой версией Metriscope. Изменения не будут сохраняться.</translation>
    </message>
    <message>
        <source>The settings could not be saved to %1.</source>
        <translation>Не удалось сохранить настройки в %1.</translation>
    </message>
    <message>
        <source>The setting “%1” has an unusable value. Its default is in force.</source>
        <translation>У настройки «%1» негодное значение. Действует исходное.</translation>
    </message>
    <message>
        <source>The system clock was set by %1 s. Charts go on along the time that really passed.</source>
        <extracomment>%1 is a signed number of seconds</extracomment>
        <translation>Системные часы переведены на %1 с. Графики продолжаются по действительно прошедшему времени.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>an event sent by an application: %1 is its title, %2 its text</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Check %1: %2. %3</source>
        <extracomment>a service check sent by an application: %1 name, %2 status, %3 message</extracomment>
        <translation>Проверка %1: %2. %3</translation>
    </message>
    <message>
        <source>The demo started: what you see is made up</source>
        <translation>Демонстрация запущена: показаны вымышленные данные</translation>
    </message>
    <message>
        <source>The demo stopped</source>
        <translation>Демонстрация остановлена</translation>
    </message>
    <message>
        <source>Exported to %1</source>
        <extracomment>%1 is a file or folder</extracomment>
        <translation>Экспортировано в %1</translation>
    </message>
    <message>
        <source>Export to %1 failed: %2</source>
        <extracomment>%1 is a file or folder, %2 a message of the operating system</extracomment>
        <translation>Экспорт в %1 не удался: %2</translation>
    </message>
    <message>
        <source>Information</source>
        <translation>Сведения</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Предупреждение</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Ошибка</translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s) rejected: %1. Last: %2</source>
        <extracomment>%1 is the reason, a clause; %2 the line as received</extracomment>
        <translation>
            <numerusform>%Ln строка отклонена: %1. Последняя: %2</numerusform>
            <numerusform>%Ln строки отклонены: %1. Последняя: %2</numerusform>
            <numerusform>%Ln строк отклонено: %1. Последняя: %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s) accepted with a warning: %1. Last: %2</source>
        <translation>
            <numerusform>%Ln строка принята с предупреждением: %1. Последняя: %2</numerusform>
            <numerusform>%Ln строки приняты с предупреждением: %1. Последняя: %2</numerusform>
            <numerusform>%Ln строк принято с предупреждением: %1. Последняя: %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln datagram(s) lost: the socket buffer was full. A larger one can be set in the settings.</source>
        <translation>
            <numerusform>%Ln датаграмма потеряна: буфер сокета был полон. Буфер можно увеличить в настройках.</numerusform>
            <numerusform>%Ln датаграммы потеряны: буфер сокета был полон. Буфер можно увеличить в настройках.</numerusform>
            <numerusform>%Ln датаграмм потеряно: буфер сокета был полон. Буфер можно увеличить в настройках.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s) with a new name refused: the largest number of series is reached. Known names go on.</source>
        <translation>
            <numerusform>%Ln строка с новым именем не принята: достигнуто наибольшее число рядов. Известные имена принимаются.</numerusform>
            <numerusform>%Ln строки с новыми именами не приняты: достигнуто наибольшее число рядов. Известные имена принимаются.</numerusform>
            <numerusform>%Ln строк с новыми именами не принято: достигнуто наибольшее число рядов. Известные имена принимаются.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln member(s) of a set not counted: the set is full</source>
        <translation>
            <numerusform>%Ln элемент множества не учтён: множество заполнено</numerusform>
            <numerusform>%Ln элемента множества не учтены: множество заполнено</numerusform>
            <numerusform>%Ln элементов множества не учтено: множество заполнено</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s) on a TCP connection were too long and were skipped</source>
        <translation>
            <numerusform>%Ln строка в соединении TCP оказалась слишком длинной и пропущена</numerusform>
            <numerusform>%Ln строки в соединении TCP оказались слишком длинными и пропущены</numerusform>
            <numerusform>%Ln строк в соединении TCP оказались слишком длинными и пропущены</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln connection(s) refused: too many clients</source>
        <translation>
            <numerusform>%Ln соединение отклонено: слишком много клиентов</numerusform>
            <numerusform>%Ln соединения отклонены: слишком много клиентов</numerusform>
            <numerusform>%Ln соединений отклонено: слишком много клиентов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln old point(s) removed: the memory budget is reached</source>
        <translation>
            <numerusform>%Ln старая точка удалена: исчерпана отведённая память</numerusform>
            <numerusform>%Ln старые точки удалены: исчерпана отведённая память</numerusform>
            <numerusform>%Ln старых точек удалено: исчерпана отведённая память</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The window was busy and saw %Ln tick(s) late. Nothing is missing from the history.</source>
        <translation>
            <numerusform>Окно было занято и увидело %Ln такт с опозданием. В истории ничего не пропало.</numerusform>
            <numerusform>Окно было занято и увидело %Ln такта с опозданием. В истории ничего не пропало.</numerusform>
            <numerusform>Окно было занято и увидело %Ln тактов с опозданием. В истории ничего не пропало.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The machine was busy: %Ln tick(s) skipped. The next one covers their time.</source>
        <translation>
            <numerusform>Машина была занята: пропущен %Ln такт. Следующий охватывает и его время.</numerusform>
            <numerusform>Машина была занята: пропущены %Ln такта. Следующий охватывает и их время.</numerusform>
            <numerusform>Машина была занята: пропущено %Ln тактов. Следующий охватывает и их время.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s) rejected: %1</source>
        <extracomment>%1 is the reason, a clause</extracomment>
        <translation>
            <numerusform>%Ln строка отклонена: %1</numerusform>
            <numerusform>%Ln строки отклонены: %1</numerusform>
            <numerusform>%Ln строк отклонено: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s) accepted with a warning: %1</source>
        <translation>
            <numerusform>%Ln строка принята с предупреждением: %1</numerusform>
            <numerusform>%Ln строки приняты с предупреждением: %1</numerusform>
            <numerusform>%Ln строк принято с предупреждением: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>metriscope::ui::JournalModel</name>
    <message>
        <source>%1 to %2</source>
        <extracomment>tool tip of an entry that stands for many: %1 and %2 are times</extracomment>
        <translation>с %1 по %2</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Время</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Важность</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Источник</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>Сколько раз</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Что произошло</translation>
    </message>
</context>
<context>
    <name>metriscope::ui::JournalPane</name>
    <message>
        <source>Filter the journal</source>
        <translation>Фильтр журнала</translation>
    </message>
    <message>
        <source>Sho&amp;w</source>
        <translation>Показат&amp;ь</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Всё</translation>
    </message>
    <message>
        <source>Warnings and errors</source>
        <translation>Предупреждения и ошибки</translation>
    </message>
    <message>
        <source>Errors only</source>
        <translation>Только ошибки</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Важность</translation>
    </message>
    <message>
        <source>How severe an entry must be to be shown</source>
        <translation>Какие по важности записи показывать</translation>
    </message>
    <message>
        <source>F&amp;ollow the newest</source>
        <translation>Следить за &amp;новыми</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>Журнал</translation>
    </message>
    <message>
        <source>&amp;Rejected and doubtful lines by reason</source>
        <translation>&amp;Отклонённые и сомнительные строки по причинам</translation>
    </message>
    <message>
        <source>Rejected and doubtful lines by reason</source>
        <translation>Отклонённые и сомнительные строки по причинам</translation>
    </message>
    <message>
        <source>Nothing to show. What happens to the sources, and every kind of line that was rejected, is noted here.</source>
        <translation>Показывать нечего. Здесь отмечается, что происходит с источниками и какие строки были отклонены.</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Копировать</translation>
    </message>
    <message>
        <source>E&amp;xport the journal…</source>
        <translation>&amp;Экспорт журнала…</translation>
    </message>
    <message>
        <source>Show e&amp;verything</source>
        <translation>Показать &amp;всё</translation>
    </message>
    <message>
        <source>Export the journal</source>
        <translation>Экспорт журнала</translation>
    </message>
    <message>
        <source>CSV table (*.csv);;Text (*.txt)</source>
        <translation>Таблица CSV (*.csv);;Текст (*.txt)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln older entry(s) dropped</source>
        <translation>
            <numerusform>%Ln старая запись удалена</numerusform>
            <numerusform>%Ln старые записи удалены</numerusform>
            <numerusform>%Ln старых записей удалено</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>metriscope::ui::LegendItem</name>
    <message>
        <source>No such metric at present</source>
        <translation>Такой метрики сейчас нет</translation>
    </message>
    <message>
        <source>Curve of the chart, shown when checked</source>
        <translation>Линия графика; показана, если отмечена</translation>
    </message>
</context>
<context>
    <name>metriscope::ui::LiveChart</name>
    <message>
        <source>Show the points as a table</source>
        <translation>Показать точки таблицей</translation>
    </message>
    <message>
        <source>Show the points of %1 as a table</source>
        <translation>Показать точки графика «%1» таблицей</translation>
    </message>
    <message>
        <source>Points of %1</source>
        <translation>Точки графика «%1»</translation>
    </message>
</context>
<context>
    <name>metriscope::ui::MetricTreeModel</name>
    <message>
        <source>(empty)</source>
        <extracomment>Stands for a part of a name that holds nothing, as between the dots of `a..b`</extracomment>
        <translation>(пусто)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln metric(s)</source>
        <translation>
            <numerusform>%Ln метрика</numerusform>
            <numerusform>%Ln метрики</numerusform>
            <numerusform>%Ln метрик</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>metriscope::ui::MetricsPane</name>
    <message>
        <source>No metric matches the filter</source>
        <translation>Ни одна метрика не подходит под фильтр</translation>
    </message>
    <message>
        <source>Words are searched in names and tags. All of them must occur.</source>
        <translation>Слова ищутся в именах и тегах. Встретиться должны все.</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Очистить фильтр</translation>
    </message>
    <message>
        <source>No metrics yet</source>
        <translation>Метрик пока нет</translation>
    </message>
    <message>
        <source>Start the demo</source>
        <translation>Запустить демонстрацию</translation>
    </message>
    <message>
        <source>Tags as columns</source>
        <translation>Теги как столбцы</translation>
    </message>
    <message>
        <source>Tree</source>
        <extracomment>Button: show the metrics as a tree by the parts of their names</extracomment>
        <translation>Дерево</translation>
    </message>
    <message>
        <source>Group the metrics by the dotted parts of their names</source>
        <translation>Сгруппировать метрики по частям имён между точками</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Столбцы</translation>
    </message>
    <message>
        <source>Choose the columns; tags can be columns too</source>
        <translation>Выбор столбцов; столбцами могут быть и теги</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>Метрики</translation>
    </message>
    <message>
        <source>Metrics as a tree</source>
        <translation>Метрики деревом</translation>
    </message>
    <message>
        <source>Chart it</source>
        <translation>На график</translation>
    </message>
    <message>
        <source>Copy name</source>
        <translation>Копировать имя</translation>
    </message>
    <message>
        <source>Copy row</source>
        <translation>Копировать строку</translation>
    </message>
    <message>
        <source>Copy as nc command</source>
        <translation>Копировать как команду nc</translation>
    </message>
    <message>
        <source>Export the list…</source>
        <translation>Экспорт списка…</translation>
    </message>
    <message>
        <source>Add to chart</source>
        <translation>Добавить на график</translation>
    </message>
    <message>
        <source>Export the list of metrics</source>
        <translation>Экспорт списка метрик</translation>
    </message>
    <message>
        <source>Point an application at %1 and its metrics appear here by themselves. Or look around with the demo, which sends real traffic.</source>
        <extracomment>%1 is an address with a port</extracomment>
        <translation>Укажите приложению адрес %1, и его метрики появятся здесь сами. Или осмотритесь с помощью демонстрации: она отправляет настоящие датаграммы.</translation>
    </message>
</context>
<context>
    <name>metriscope::ui::OverviewPane</name>
    <message>
        <source>Overview</source>
        <translation>Обзор</translation>
    </message>
    <message>
        <source>Request rate</source>
        <translation>Частота запросов</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>Задержка</translation>
    </message>
    <message>
        <source>Active users</source>
        <translation>Активные пользователи</translation>
    </message>
    <message>
        <source>No requests in this range</source>
        <translation>В этом промежутке запросов нет</translation>
    </message>
    <message>
        <source>No latencies in this range</source>
        <translation>В этом промежутке задержек нет</translation>
    </message>
    <message>
        <source>No users reported in this range</source>
        <translation>В этом промежутке о пользователях не сообщалось</translation>
    </message>
    <message>
        <source>peak %1</source>
        <extracomment>the highest request rate in the visible range</extracomment>
        <translation>пик %1</translation>
    </message>
    <message>
        <source>of %1, +%2 −%3</source>
        <extracomment>active users: of %1 users in all; %2 logged in and %3 logged out in the visible range</extracomment>
        <translation>из %1, +%2 −%3</translation>
    </message>
    <message>
        <source>of %1</source>
        <extracomment>active users: of %1 users in all</extracomment>
        <translation>из %1</translation>
    </message>
    <message>
        <source>+%1 −%2</source>
        <extracomment>logins and logouts in the visible range</extracomment>
        <translation>+%1 −%2</translation>
    </message>
    <message>
        <source>Timers are read as microseconds though their lines say ms: %1</source>
        <translation>Таймеры читаются как микросекунды, хотя в строках указано ms: %1</translation>
    </message>
    <message>
        <source>The unit of the timers is doubtful, check it in the settings: %1</source>
        <translation>Единица таймеров сомнительна, проверьте её в настройках: %1</translation>
    </message>
    <message>
        <source>Active users are counted since Metriscope started, no level was seen yet: %1</source>
        <translation>Активные пользователи считаются с запуска Metriscope, их уровень ещё не сообщался: %1</translation>
    </message>
    <message>
        <source>Latency p95</source>
        <translation>Задержка p95</translation>
    </message>
</context>
<context>
    <name>metriscope::ui::PointModel</name>
    <message>
        <source>Time</source>
        <translation>Время</translation>
    </message>
</context>
<context>
    <name>metriscope::ui::ReceiverForm</name>
    <message>
        <source>Receiver</source>
        <translation>Приёмник</translation>
    </message>
    <message>
        <source>“%1” is not an address with a port, such as 127.0.0.1:8125 or [::1]:8125, nor the path of a socket.</source>
        <translation>«%1» — не адрес с портом, как 127.0.0.1:8125 или [::1]:8125, и не путь к сокету.</translation>
    </message>
    <message>
        <source>Give at least one address to listen on.</source>
        <translation>Укажите хотя бы один адрес для приёма.</translation>
    </message>
    <message>
        <source>Choose UDP, TCP or both.</source>
        <translation>Выберите UDP, TCP или оба.</translation>
    </message>
    <message>
        <source>Other machines can reach %1: anybody there can send metrics.</source>
        <translation>Адрес %1 доступен с других машин: отправлять метрики сможет любой.</translation>
    </message>
    <message>
        <source>&amp;Listen when Metriscope starts</source>
        <translation>&amp;Принимать сразу после запуска Metriscope</translation>
    </message>
    <message>
        <source>Add&amp;resses</source>
        <translation>&amp;Адреса</translation>
    </message>
    <message>
        <source>Addresses to listen on, separated by commas</source>
        <translation>Адреса для приёма через запятую</translation>
    </message>
    <message>
        <source>Separated by commas: 127.0.0.1:8125, [::1]:8125, or the path of a unix datagram socket such as /run/user/1000/statsd.sock</source>
        <translation>Через запятую: 127.0.0.1:8125, [::1]:8125 или путь к датаграммному сокету unix, например /run/user/1000/statsd.sock</translation>
    </message>
    <message>
        <source>Protocols</source>
        <translation>Протоколы</translation>
    </message>
    <message>
        <source>&amp;Dialect</source>
        <translation>&amp;Диалект</translation>
    </message>
    <message>
        <source>Dialect</source>
        <translation>Диалект</translation>
    </message>
    <message>
        <source>“dogstatsd” takes whatever has one clear meaning. The others are as strict as the servers they are named after.</source>
        <translation>«dogstatsd» принимает всё, что можно понять однозначно. Остальные строги так же, как серверы, по которым они названы.</translation>
    </message>
    <message>
        <source>Socket &amp;buffer</source>
        <translation>&amp;Буфер сокета</translation>
    </message>
    <message>
        <source> KiB</source>
        <extracomment>kibibytes, after a number in a field</extracomment>
        <translation> КиБ</translation>
    </message>
    <message>
        <source>Datagrams wait here until they are read. The system may grant less: see net.core.rmem_max.</source>
        <translation>Здесь датаграммы ждут чтения. Система может выделить меньше: см. net.core.rmem_max.</translation>
    </message>
</context>
<context>
    <name>metriscope::ui::SignalsForm</name>
    <message>
        <source>the pattern is too long</source>
        <translation>образец слишком длинный</translation>
    </message>
    <message>
        <source>only {application} may stand in braces</source>
        <translation>в фигурных скобках допустимо только {application}</translation>
    </message>
    <message>
        <source>{application} may stand once</source>
        <translation>{application} допустимо один раз</translation>
    </message>
    <message>
        <source>** must be a whole part between dots</source>
        <translation>** должно быть целой частью между точками</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Единица</translation>
    </message>
    <message>
        <source>Signals</source>
        <translation>Сигналы</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <extracomment>%1 is the name of a signal, %2 says what is wrong with its pattern</extracomment>
        <translation>%1: %2.</translation>
    </message>
    <message>
        <source>Give the application a name.</source>
        <translation>Дайте приложению имя.</translation>
    </message>
    <message>
        <source>Look for applications by these presets</source>
        <translation>Искать приложения по этим шаблонам</translation>
    </message>
    <message>
        <source>Metrics of any other client</source>
        <translation>Метрики любого другого клиента</translation>
    </message>
    <message>
        <source>&amp;Name of the application</source>
        <translation>&amp;Имя приложения</translation>
    </message>
    <message>
        <source>&amp;Requests are counted by</source>
        <translation>&amp;Запросы считает</translation>
    </message>
    <message>
        <source>&amp;Latency is measured by</source>
        <translation>За&amp;держку измеряет</translation>
    </message>
    <message>
        <source>Active &amp;users are counted by</source>
        <translation>Активных &amp;пользователей считает</translation>
    </message>
    <message>
        <source>&amp;Errors are counted by</source>
        <translation>&amp;Ошибки считает</translation>
    </message>
    <message>
        <source>Its &amp;timers are in</source>
        <translation>Его &amp;таймеры в единицах</translation>
    </message>
    <message>
        <source>Unit of the timers</source>
        <translation>Единица таймеров</translation>
    </message>
    <message>
        <source>A pattern is a name in which * stands for a part between dots, ** for any number of parts and {application} for the name of the application.</source>
        <translation>Образец — имя, в котором * заменяет часть между точками, ** — любое число частей, а {application} — имя приложения.</translation>
    </message>
    <message>
        <source>Units of timers that differ from their preset, by the beginning of the application&apos;s or the metric&apos;s name</source>
        <translation>Единицы таймеров, отличающиеся от шаблона, по началу имени приложения или метрики</translation>
    </message>
    <message>
        <source>Begins with</source>
        <translation>Начинается с</translation>
    </message>
    <message>
        <source>Units of timers</source>
        <translation>Единицы таймеров</translation>
    </message>
    <message>
        <source>A&amp;dd a unit</source>
        <translation>До&amp;бавить единицу</translation>
    </message>
    <message>
        <source>Re&amp;move the unit</source>
        <translation>&amp;Удалить единицу</translation>
    </message>
    <message numerus="yes">
        <source>matches at least %Ln metric(s)</source>
        <translation>
            <numerusform>подходит как минимум %Ln метрика</numerusform>
            <numerusform>подходят как минимум %Ln метрики</numerusform>
            <numerusform>подходит как минимум %Ln метрик</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>matches %Ln metric(s)</source>
        <translation>
            <numerusform>подходит %Ln метрика</numerusform>
            <numerusform>подходят %Ln метрики</numerusform>
            <numerusform>подходит %Ln метрик</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>metriscope::ui::SourceModel</name>
    <message>
        <source>%1, %2</source>
        <extracomment>a source in the list of sources: %1 is its name, %2 its state in words</extracomment>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>metriscope::ui::StatisticsStrip</name>
    <message>
        <source>%1, all samples</source>
        <extracomment>statistics not of the curve&apos;s points but of all the samples behind them; %1 is the curve</extracomment>
        <translation>%1, все замеры</translation>
    </message>
    <message>
        <source>visible</source>
        <extracomment>before the time range that the charts show</extracomment>
        <translation>видно</translation>
    </message>
    <message>
        <source>n</source>
        <extracomment>number of points</extracomment>
        <translation>n</translation>
    </message>
    <message>
        <source>min</source>
        <extracomment>the smallest value</extracomment>
        <translation>мин.</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>среднее</translation>
    </message>
    <message>
        <source>max</source>
        <extracomment>the largest value</extracomment>
        <translation>макс.</translation>
    </message>
    <message>
        <source>A–B</source>
        <extracomment>the time and the value between the cursors A and B</extracomment>
        <translation>A–B</translation>
    </message>
</context>
</TS>
