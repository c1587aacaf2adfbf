<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru_RU" sourcelanguage="en_US">
<context>
    <name>AddressPage</name>
    <message>
        <source>&amp;statsd address</source>
        <translation>Адрес &amp;statsd</translation>
    </message>
    <message>
        <source>Address for &amp;contexts</source>
        <translation>Адрес &amp;контекстов</translation>
    </message>
    <message>
        <source>&amp;Prefix of the names</source>
        <translation>&amp;Префикс имён</translation>
    </message>
    <message>
        <source>Address for &amp;events</source>
        <translation>Адрес для со&amp;бытий</translation>
    </message>
    <message>
        <source>&amp;Status page</source>
        <translation>С&amp;траница состояния</translation>
    </message>
    <message>
        <source>&amp;Graphite address</source>
        <translation>Адрес &amp;Graphite</translation>
    </message>
    <message>
        <source>Address for &amp;queries</source>
        <translation>Адрес для &amp;запросов</translation>
    </message>
    <message>
        <source>Prefi&amp;x of the application</source>
        <translation>&amp;Префикс приложения</translation>
    </message>
</context>
<context>
    <name>CheckCard</name>
    <message>
        <source>waiting</source>
        <extracomment>a check that has not begun</extracomment>
        <translation>ожидает</translation>
    </message>
    <message>
        <source>checking</source>
        <extracomment>a check that is being made</extracomment>
        <translation>проверяется</translation>
    </message>
</context>
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
    <message>
        <source>%1, mean</source>
        <translation>%1, среднее</translation>
    </message>
    <message>
        <source>mean + deviation</source>
        <translation>среднее + отклонение</translation>
    </message>
    <message>
        <source>mean − deviation</source>
        <translation>среднее − отклонение</translation>
    </message>
    <message>
        <source>in flight</source>
        <translation>в обработке</translation>
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
    <message>
        <source>%1 %2: %3.</source>
        <extracomment>a source that is ready: %1 is its kind, such as prometheus, %2 its address, %3 its state in words</extracomment>
        <translation>%1, %2: %3.</translation>
    </message>
    <message>
        <source>mean %1 ms</source>
        <translation>среднее %1 мс</translation>
    </message>
    <message>
        <source>deviation %1 ms</source>
        <translation>отклонение %1 мс</translation>
    </message>
</context>
<context>
    <name>checkreport</name>
    <message>
        <source>Connectivity of %1, %2</source>
        <extracomment>title of a report: %1 is what was checked, %2 a date and time</extracomment>
        <translation>Связь с %1, %2</translation>
    </message>
</context>
<context>
    <name>checktext</name>
    <message>
        <source>m3-core and pystatsd</source>
        <translation>m3-core и pystatsd</translation>
    </message>
    <message>
        <source>statsd or DogStatsD</source>
        <translation>statsd или DogStatsD</translation>
    </message>
    <message>
        <source>gstats in gunicorn</source>
        <translation>gstats в gunicorn</translation>
    </message>
    <message>
        <source>django-prometheus</source>
        <translation>django-prometheus</translation>
    </message>
    <message>
        <source>pystatsd of deviantART</source>
        <translation>pystatsd от deviantART</translation>
    </message>
    <message>
        <source>Graphite</source>
        <translation>Graphite</translation>
    </message>
    <message>
        <source>A Django application sends counters and timings by UDP and its controllers by HTTP.</source>
        <translation>Приложение Django отправляет счётчики и замеры времени по UDP, а свои контроллеры — по HTTP.</translation>
    </message>
    <message>
        <source>Any application with a statsd client sends lines by UDP or TCP.</source>
        <translation>Любое приложение с клиентом statsd отправляет строки по UDP или TCP.</translation>
    </message>
    <message>
        <source>Hooks in gunicorn.conf.py report each request by ZeroMQ.</source>
        <translation>Обработчики в gunicorn.conf.py сообщают о каждом запросе по ZeroMQ.</translation>
    </message>
    <message>
        <source>An application shows its metrics under /metrics or on a port.</source>
        <translation>Приложение показывает метрики по пути /metrics или на отдельном порту.</translation>
    </message>
    <message>
        <source>A statsd server that tells its own state by XML-RPC.</source>
        <translation>Сервер statsd, который сообщает о своём состоянии по XML-RPC.</translation>
    </message>
    <message>
        <source>A Graphite server that takes lines of text.</source>
        <translation>Сервер Graphite, который принимает строки текста.</translation>
    </message>
    <message>
        <source>The statsd port is free, or ours</source>
        <translation>Порт statsd свободен или занят нами</translation>
    </message>
    <message>
        <source>A test line arrives</source>
        <translation>Пробная строка доходит</translation>
    </message>
    <message>
        <source>The system drops nothing</source>
        <translation>Система ничего не теряет</translation>
    </message>
    <message>
        <source>Packets on the wire can be seen</source>
        <translation>Пакеты в сети можно видеть</translation>
    </message>
    <message>
        <source>Nothing is sent to another port</source>
        <translation>На другой порт ничего не отправляется</translation>
    </message>
    <message>
        <source>IPv4 and IPv6 agree</source>
        <translation>IPv4 и IPv6 не расходятся</translation>
    </message>
    <message>
        <source>Nothing is sent to another address</source>
        <translation>На другой адрес ничего не отправляется</translation>
    </message>
    <message>
        <source>What is on the wire reaches the socket</source>
        <translation>Всё, что есть в сети, доходит до сокета</translation>
    </message>
    <message>
        <source>The application sends</source>
        <translation>Приложение отправляет данные</translation>
    </message>
    <message>
        <source>What arrives can be read</source>
        <translation>Поступающие строки можно прочесть</translation>
    </message>
    <message>
        <source>The prefix makes clean names</source>
        <translation>Префикс даёт чистые имена</translation>
    </message>
    <message>
        <source>The prefix tells who sends</source>
        <translation>По префиксу видно отправителя</translation>
    </message>
    <message>
        <source>Timings are milliseconds</source>
        <translation>Время измеряется в миллисекундах</translation>
    </message>
    <message>
        <source>The number of active users has a beginning</source>
        <translation>Число активных пользователей отсчитывается от известного начала</translation>
    </message>
    <message>
        <source>The address for contexts answers</source>
        <translation>Адрес контекстов отвечает</translation>
    </message>
    <message>
        <source>The application sends its contexts</source>
        <translation>Приложение отправляет свои контексты</translation>
    </message>
    <message>
        <source>The address for statistics answers</source>
        <translation>Адрес статистики отвечает</translation>
    </message>
    <message>
        <source>The application is among the answers</source>
        <translation>Приложение есть в ответе</translation>
    </message>
    <message>
        <source>The collector takes events</source>
        <translation>Сборщик принимает события</translation>
    </message>
    <message>
        <source>Requests are reported</source>
        <translation>О запросах сообщается</translation>
    </message>
    <message>
        <source>Requests that began also end</source>
        <translation>Начатые запросы завершаются</translation>
    </message>
    <message>
        <source>The status page answers</source>
        <translation>Страница состояния отвечает</translation>
    </message>
    <message>
        <source>An exporter listens</source>
        <translation>Экспортёр принимает соединения</translation>
    </message>
    <message>
        <source>One worker answers at this address</source>
        <translation>По этому адресу отвечает один рабочий процесс</translation>
    </message>
    <message>
        <source>Each worker has an exporter of its own</source>
        <translation>У каждого рабочего процесса свой экспортёр</translation>
    </message>
    <message>
        <source>Requests are among the metrics</source>
        <translation>Среди метрик есть запросы</translation>
    </message>
    <message>
        <source>The monitor answers</source>
        <translation>Монитор отвечает</translation>
    </message>
    <message>
        <source>The server publishes to Graphite</source>
        <translation>Сервер публикует данные в Graphite</translation>
    </message>
    <message>
        <source>Graphite listens</source>
        <translation>Graphite принимает соединения</translation>
    </message>
    <message>
        <source>Graphite keeps what it is sent</source>
        <translation>Graphite сохраняет отправленное</translation>
    </message>
    <message>
        <source>in order</source>
        <extracomment>verdict of a check</extracomment>
        <translation>в порядке</translation>
    </message>
    <message>
        <source>warning</source>
        <extracomment>verdict of a check</extracomment>
        <translation>предупреждение</translation>
    </message>
    <message>
        <source>fault</source>
        <extracomment>verdict of a check</extracomment>
        <translation>ошибка</translation>
    </message>
    <message>
        <source>not checked</source>
        <extracomment>verdict of a check</extracomment>
        <translation>не проверено</translation>
    </message>
    <message>
        <source>No metrics were found nearby either. Add path(&apos;&apos;, include(&apos;django_prometheus.urls&apos;)) to urls.py, or correct the address.</source>
        <translation>Метрик не нашлось и поблизости. Добавьте path(&apos;&apos;, include(&apos;django_prometheus.urls&apos;)) в urls.py или исправьте адрес.</translation>
    </message>
    <message>
        <source>The prefix tells version, region, client, product and instance: %3</source>
        <translation>По префиксу видны версия, регион, клиент, продукт и экземпляр: %3</translation>
    </message>
    <message>
        <source>The prefix %3 does not tell everything. Missing: %4</source>
        <translation>В префиксе %3 указано не всё. Не хватает: %4</translation>
    </message>
    <message>
        <source>Give all five parts: METRICS_PREFIX = &apos;VERSION.REGION.CLIENT.PRODUCT.instance_NAME&apos;</source>
        <translation>Укажите все пять частей: METRICS_PREFIX = &apos;ВЕРСИЯ.РЕГИОН.КЛИЕНТ.ПРОДУКТ.instance_ИМЯ&apos;</translation>
    </message>
    <message numerus="yes">
        <source>All %n timing(s) of %3 are whole numbers labelled ms, such as: %4. m3-core writes microseconds so.</source>
        <translation>
            <numerusform>%n замер времени %3 — целое число с пометкой ms, например: %4. Так m3-core записывает микросекунды.</numerusform>
            <numerusform>Все %n замера времени %3 — целые числа с пометкой ms, например: %4. Так m3-core записывает микросекунды.</numerusform>
            <numerusform>Все %n замеров времени %3 — целые числа с пометкой ms, например: %4. Так m3-core записывает микросекунды.</numerusform>
        </translation>
    </message>
    <message>
        <source>Tell the console, in the settings under Signals or with: --timer-unit %3=us
It can be switched back there.</source>
        <translation>Сообщите об этом консоли: в настройках, на странице «Сигналы», или параметром --timer-unit %3=us
Там же это можно отменить.</translation>
    </message>
    <message>
        <source>The console takes the timings of %3 as microseconds.</source>
        <translation>Консоль читает замеры времени %3 как микросекунды.</translation>
    </message>
    <message>
        <source>%3 began with a number of users.</source>
        <translation>%3: начальное число пользователей известно.</translation>
    </message>
    <message>
        <source>Users come and go in %3, but how many there were at the beginning is not known: the console started after the application.</source>
        <translation>%3: пользователи входят и выходят, но неизвестно, сколько их было вначале: консоль запущена позже приложения.</translation>
    </message>
    <message>
        <source>Restart one worker of the application, or enter the number of users. Until then the chart says &quot;since start&quot;.</source>
        <translation>Перезапустите один рабочий процесс приложения или введите число пользователей. До тех пор на графике сказано, что счёт идёт с запуска.</translation>
    </message>
    <message>
        <source>%1 answers: %3. Nothing was registered.</source>
        <translation>%1 отвечает: %3. Ничего не зарегистрировано.</translation>
    </message>
    <message>
        <source>Nobody listens on %1. It can be served from here.</source>
        <translation>Адрес %1 свободен, его может обслуживать консоль.</translation>
    </message>
    <message>
        <source>Nobody listens on %1.</source>
        <translation>На %1 никто не принимает соединений.</translation>
    </message>
    <message>
        <source>Start the console with --contexts, or correct the address in the settings of the application.</source>
        <translation>Запустите консоль с параметром --contexts или исправьте адрес в настройках приложения.</translation>
    </message>
    <message>
        <source>%1 takes the connection and says nothing for %6 ms. m3-core would wait for ever, and the site would not start.</source>
        <translation>%1 принимает соединение и молчит уже %6 мс. m3-core ждал бы вечно, и сайт не запустился бы.</translation>
    </message>
    <message>
        <source>%1 closes the connection without an answer.</source>
        <translation>%1 закрывает соединение без ответа.</translation>
    </message>
    <message>
        <source>Correct host and port in the address.</source>
        <translation>Исправьте узел и порт в адресе.</translation>
    </message>
    <message>
        <source>Look at the certificate, or use http:// if the server speaks that.</source>
        <translation>Проверьте сертификат или укажите http://, если сервер работает без шифрования.</translation>
    </message>
    <message>
        <source>%1 says https, but who listens there speaks plain HTTP.</source>
        <translation>В адресе %1 указано https, но на этом порту отвечают по обычному HTTP.</translation>
    </message>
    <message>
        <source>Write http:// in the address.</source>
        <translation>Укажите в адресе http://.</translation>
    </message>
    <message>
        <source>%1 answers %3: the path is wrong.</source>
        <translation>%1 отвечает %3: путь указан неверно.</translation>
    </message>
    <message>
        <source>Correct the address in the settings of the application: %4</source>
        <translation>Исправьте адрес в настройках приложения: %4</translation>
    </message>
    <message>
        <source>Give the address itself in the settings of the application: %4</source>
        <translation>Укажите в настройках приложения сам этот адрес: %4</translation>
    </message>
    <message>
        <source>m3-core cannot log in. Let the server take contexts without a login, or use the console&apos;s own address.</source>
        <translation>m3-core не умеет входить под паролем. Пусть сервер принимает контексты без входа, или укажите адрес самой консоли.</translation>
    </message>
    <message>
        <source>%1 answers with an error: %3</source>
        <translation>%1 отвечает ошибкой: %3</translation>
    </message>
    <message>
        <source>Look into the log of that server.</source>
        <translation>Посмотрите журнал этого сервера.</translation>
    </message>
    <message>
        <source>%3 has sent its contexts.</source>
        <translation>Контексты %3 получены.</translation>
    </message>
    <message>
        <source>Metrics of %3 arrive, but it has not sent its contexts, so its controllers have no names.</source>
        <translation>Метрики %3 поступают, но контекстов не было, поэтому контроллеры остаются без имён.</translation>
    </message>
    <message>
        <source>Call send_controllers_contexts() in urls.py of the application and restart it. The call blocks until it is answered, so the address must answer.</source>
        <translation>Вызовите send_controllers_contexts() в urls.py приложения и перезапустите его. Вызов не завершается, пока не получит ответа, поэтому адрес должен отвечать.</translation>
    </message>
    <message>
        <source>%1 speaks ZeroMQ and answers requests.</source>
        <translation>%1 работает по ZeroMQ и отвечает на запросы.</translation>
    </message>
    <message>
        <source>Nobody listens on %1. The console can be the collector.</source>
        <translation>На %1 никто не принимает соединений. Сборщиком может быть консоль.</translation>
    </message>
    <message>
        <source>Start the collector (gstats-collectd), or let the console be the collector: --gstats-collector</source>
        <translation>Запустите сборщик (gstats-collectd) или сделайте сборщиком консоль: --gstats-collector</translation>
    </message>
    <message>
        <source>%1 takes the connection and says nothing.</source>
        <translation>%1 принимает соединение и молчит.</translation>
    </message>
    <message>
        <source>Correct the address: gstats-collectd answers on tcp://127.0.0.1:2345 unless told otherwise.</source>
        <translation>Исправьте адрес: gstats-collectd отвечает на tcp://127.0.0.1:2345, если не указано иное.</translation>
    </message>
    <message>
        <source>%1 is the address where workers push their events (a socket of type %3). It answers no questions.</source>
        <translation>%1 — адрес, на который рабочие процессы отправляют события (сокет вида %3). На вопросы он не отвечает.</translation>
    </message>
    <message>
        <source>Swap the two: statistics are asked at tcp://127.0.0.1:2345, events are pushed to tcp://127.0.0.2:2345 unless told otherwise.</source>
        <translation>Поменяйте адреса местами: статистику спрашивают на tcp://127.0.0.1:2345, события отправляют на tcp://127.0.0.2:2345, если не указано иное.</translation>
    </message>
    <message>
        <source>%1 is a ZeroMQ socket of type %3, which answers no questions.</source>
        <translation>%1 — сокет ZeroMQ вида %3, на вопросы он не отвечает.</translation>
    </message>
    <message>
        <source>Give the address for statistics of gstats-collectd.</source>
        <translation>Укажите адрес статистики gstats-collectd.</translation>
    </message>
    <message>
        <source>%1 speaks ZeroMQ, but gives no answer to STATS.</source>
        <translation>%1 работает по ZeroMQ, но не отвечает на STATS.</translation>
    </message>
    <message>
        <source>Correct the address, or restart the collector if its numbers are damaged: gstatsctl reset</source>
        <translation>Исправьте адрес или, если повреждены числа сборщика, обнулите их: gstatsctl reset</translation>
    </message>
    <message>
        <source>%1 knows these applications: %5</source>
        <translation>%1 знает приложения: %5</translation>
    </message>
    <message>
        <source>%1 knows nothing of %3, only: %5</source>
        <translation>%1 не знает %3, только: %5</translation>
    </message>
    <message>
        <source>Correct the prefix in gunicorn.conf.py, in both hooks: prefix=b&apos;%3&apos;</source>
        <translation>Исправьте префикс в обоих обработчиках в gunicorn.conf.py: prefix=b&apos;%3&apos;</translation>
    </message>
    <message>
        <source>%1 answers, but no application has reported to it yet.</source>
        <translation>%1 отвечает, но ни одно приложение ему ещё ничего не сообщало.</translation>
    </message>
    <message>
        <source>Make a request to the application. If that changes nothing, look at the hooks in gunicorn.conf.py and at the address they push to.</source>
        <translation>Отправьте приложению запрос. Если ничего не изменится, проверьте обработчики в gunicorn.conf.py и адрес, на который они отправляют события.</translation>
    </message>
    <message>
        <source>%1 takes events.</source>
        <translation>%1 принимает события.</translation>
    </message>
    <message>
        <source>Nobody listens on %1, where workers push their events. They keep them back, and send them in a burst later or never.</source>
        <translation>На %1, куда рабочие процессы отправляют события, никто не принимает соединений. События копятся и будут отправлены разом позже или никогда.</translation>
    </message>
    <message>
        <source>%1 is not the address that takes events: it is a socket of type %3.</source>
        <translation>%1 — не адрес для событий: это сокет вида %3.</translation>
    </message>
    <message>
        <source>Swap the two: events are pushed to tcp://127.0.0.2:2345, statistics are asked at tcp://127.0.0.1:2345 unless told otherwise.</source>
        <translation>Поменяйте адреса местами: события отправляют на tcp://127.0.0.2:2345, статистику спрашивают на tcp://127.0.0.1:2345, если не указано иное.</translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) were reported while this waited.</source>
        <translation>
            <numerusform>За время ожидания сообщено о %n запросе.</numerusform>
            <numerusform>За время ожидания сообщено о %n запросах.</numerusform>
            <numerusform>За время ожидания сообщено о %n запросах.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No request was reported within %n second(s).</source>
        <translation>
            <numerusform>За %n секунду не сообщено ни об одном запросе.</numerusform>
            <numerusform>За %n секунды не сообщено ни об одном запросе.</numerusform>
            <numerusform>За %n секунд не сообщено ни об одном запросе.</numerusform>
        </translation>
    </message>
    <message>
        <source>Make requests meanwhile. If none counts, mind two traps of the published gunicorn.conf.py: the argument is called collector_addr, not collector; and on Python 3 the prefix has to be bytes:
from gstats import start_request, end_request

def pre_request(worker, req):
    start_request(req, collector_addr=&apos;tcp://127.0.0.2:2345&apos;, prefix=b&apos;my_app&apos;)

def post_request(worker, req, environ, resp):
    end_request(req, collector_addr=&apos;tcp://127.0.0.2:2345&apos;, prefix=b&apos;my_app&apos;)</source>
        <translation>Отправляйте тем временем запросы. Если ни один не засчитан, помните о двух ловушках опубликованного gunicorn.conf.py: аргумент называется collector_addr, а не collector; а в Python 3 префикс должен быть типа bytes:
from gstats import start_request, end_request

def pre_request(worker, req):
    start_request(req, collector_addr=&apos;tcp://127.0.0.2:2345&apos;, prefix=b&apos;my_app&apos;)

def post_request(worker, req, environ, resp):
    end_request(req, collector_addr=&apos;tcp://127.0.0.2:2345&apos;, prefix=b&apos;my_app&apos;)</translation>
    </message>
    <message>
        <source>Requests that began also end; in flight now: %6</source>
        <translation>Начатые запросы завершаются; сейчас в обработке: %6</translation>
    </message>
    <message>
        <source>%3 counts %6 more requests as begun and %7 as finished. gstats-collectd counts a request that takes less than a millisecond as begun twice, and never as finished.</source>
        <translation>У %3 начатых запросов на %6 больше, а завершённых — на %7. Запрос короче миллисекунды gstats-collectd считает начатым дважды и ни разу не завершённым.</translation>
    </message>
    <message>
        <source>%1 does not let this machine see it: %3</source>
        <translation>%1 не пускает эту машину: %3</translation>
    </message>
    <message>
        <source>Add the address of this machine to the list of allowed ones of the status application.</source>
        <translation>Добавьте адрес этой машины в список разрешённых у приложения состояния.</translation>
    </message>
    <message>
        <source>%1 answers %3.</source>
        <translation>%1 отвечает %3.</translation>
    </message>
    <message>
        <source>The statistics stand under another path: %4</source>
        <translation>Статистика находится по другому пути: %4</translation>
    </message>
    <message>
        <source>%1 takes the connection and never answers: the collector behind it is down, or not where it is looked for.</source>
        <translation>%1 принимает соединение и не отвечает: сборщик за ним не работает, или его ищут не там.</translation>
    </message>
    <message>
        <source>Start the collector. The variable with its address is called GSTATS_COMMS_ADDR in the code, and GSTATS_COMM_ADDR in the README: set both.</source>
        <translation>Запустите сборщик. Переменная с его адресом в коде называется GSTATS_COMMS_ADDR, а в README — GSTATS_COMM_ADDR: задайте обе.</translation>
    </message>
    <message>
        <source>Correct the address.</source>
        <translation>Исправьте адрес.</translation>
    </message>
    <message>
        <source>These answer: %5</source>
        <translation>Отвечают: %5</translation>
    </message>
    <message>
        <source>Not one port of %1 answers.</source>
        <translation>Ни один порт из %1 не отвечает.</translation>
    </message>
    <message>
        <source>Start the application. Under runserver add --noreload, for the reloader takes the port first. Look at PROMETHEUS_METRICS_EXPORT_PORT_RANGE and at PROMETHEUS_METRICS_EXPORT_ADDRESS in settings.py.</source>
        <translation>Запустите приложение. С runserver добавьте --noreload, иначе порт первым займёт процесс перезагрузки. Проверьте PROMETHEUS_METRICS_EXPORT_PORT_RANGE и PROMETHEUS_METRICS_EXPORT_ADDRESS в settings.py.</translation>
    </message>
    <message>
        <source>Start the application. Under runserver add --noreload, for the reloader takes the port first. With several workers give each a port: PROMETHEUS_METRICS_EXPORT_PORT_RANGE = range(8001, 8050). PROMETHEUS_METRICS_EXPORT_ADDRESS = &apos;127.0.0.1&apos; has to be set beside PROMETHEUS_METRICS_EXPORT_PORT.</source>
        <translation>Запустите приложение. С runserver добавьте --noreload, иначе порт первым займёт процесс перезагрузки. При нескольких рабочих процессах дайте каждому порт: PROMETHEUS_METRICS_EXPORT_PORT_RANGE = range(8001, 8050). Вместе с PROMETHEUS_METRICS_EXPORT_PORT нужно задать и PROMETHEUS_METRICS_EXPORT_ADDRESS = &apos;127.0.0.1&apos;.</translation>
    </message>
    <message>
        <source>These answer: %5. The last port of %1 is never used: range() of Python ends before its last number.</source>
        <translation>Отвечают: %5. Последний порт из %1 никогда не занимается: range() в Python не включает последнее число.</translation>
    </message>
    <message>
        <source>Ask for: %4</source>
        <translation>Спрашивайте: %4</translation>
    </message>
    <message>
        <source>Where metrics are found: %5</source>
        <translation>Метрики найдены здесь: %5</translation>
    </message>
    <message>
        <source>Give the exporter a port of its own: PROMETHEUS_METRICS_EXPORT_PORT = 8001
Or add path(&apos;&apos;, include(&apos;django_prometheus.urls&apos;)) to urls.py and ask /metrics there.</source>
        <translation>Дайте экспортёру собственный порт: PROMETHEUS_METRICS_EXPORT_PORT = 8001
Или добавьте path(&apos;&apos;, include(&apos;django_prometheus.urls&apos;)) в urls.py и спрашивайте /metrics там.</translation>
    </message>
    <message>
        <source>Ask there: %4</source>
        <translation>Спрашивайте там: %4</translation>
    </message>
    <message>
        <source>Look into the log of the application.</source>
        <translation>Посмотрите журнал приложения.</translation>
    </message>
    <message>
        <source>%1 takes the connection and gives no answer in time.</source>
        <translation>%1 принимает соединение и не отвечает вовремя.</translation>
    </message>
    <message>
        <source>A single worker may be busy with another request. Try again, or give the exporter a port of its own.</source>
        <translation>Единственный рабочий процесс может быть занят другим запросом. Повторите или дайте экспортёру собственный порт.</translation>
    </message>
    <message>
        <source>Several workers answer at %1 in turn, each with its own numbers. %3 went: %5</source>
        <translation>На %1 по очереди отвечают несколько рабочих процессов, каждый со своими числами. Значения %3 менялись так: %5</translation>
    </message>
    <message>
        <source>Give each worker a port (PROMETHEUS_METRICS_EXPORT_PORT_RANGE = range(8001, 8050)), or let them add up in a folder (PROMETHEUS_MULTIPROC_DIR).</source>
        <translation>Дайте каждому рабочему процессу порт (PROMETHEUS_METRICS_EXPORT_PORT_RANGE = range(8001, 8050)) или складывайте их числа в общей папке (PROMETHEUS_MULTIPROC_DIR).</translation>
    </message>
    <message>
        <source>Each exporter belongs to one worker: %5</source>
        <translation>Каждый экспортёр принадлежит одному рабочему процессу: %5</translation>
    </message>
    <message numerus="yes">
        <source>%1 belongs to the master process %2 with %n worker(s): --preload starts the exporter before the workers, so its numbers stay at 0.</source>
        <translation>
            <numerusform>%1 принадлежит главному процессу %2 с %n рабочим: из-за --preload экспортёр запускается раньше рабочего процесса, и его числа остаются нулевыми.</numerusform>
            <numerusform>%1 принадлежит главному процессу %2 с %n рабочими: из-за --preload экспортёр запускается раньше рабочих процессов, и его числа остаются нулевыми.</numerusform>
            <numerusform>%1 принадлежит главному процессу %2 с %n рабочими: из-за --preload экспортёр запускается раньше рабочих процессов, и его числа остаются нулевыми.</numerusform>
        </translation>
    </message>
    <message>
        <source>Set preload_app = False in gunicorn.conf.py, so that each worker opens a port of the range.</source>
        <translation>Задайте preload_app = False в gunicorn.conf.py, чтобы каждый рабочий процесс открыл порт из диапазона.</translation>
    </message>
    <message>
        <source>Requests are counted; so far: %6</source>
        <translation>Запросы считаются; пока их %6</translation>
    </message>
    <message>
        <source>Add both middlewares to settings.py, as the first and the last:
MIDDLEWARE = [
    &apos;django_prometheus.middleware.PrometheusBeforeMiddleware&apos;,
    ...
    &apos;django_prometheus.middleware.PrometheusAfterMiddleware&apos;,
]</source>
        <translation>Добавьте в settings.py оба middleware, первым и последним:
MIDDLEWARE = [
    &apos;django_prometheus.middleware.PrometheusBeforeMiddleware&apos;,
    ...
    &apos;django_prometheus.middleware.PrometheusAfterMiddleware&apos;,
]</translation>
    </message>
    <message>
        <source>%1 counts responses but no requests: one of the two middlewares is missing.</source>
        <translation>%1 считает ответы, но не запросы: одного из двух middleware не хватает.</translation>
    </message>
    <message>
        <source>%1 answers istats.</source>
        <translation>%1 отвечает по istats.</translation>
    </message>
    <message>
        <source>The monitor listens ten ports above the statsd port: 8135 for 8125. Start statsdmonitor beside the server.</source>
        <translation>Монитор принимает на порту, который на десять больше порта statsd: 8135 для 8125. Запустите рядом с сервером statsdmonitor.</translation>
    </message>
    <message>
        <source>%1 is not the monitor, but %4 is.</source>
        <translation>Монитор — не %1, а %4.</translation>
    </message>
    <message>
        <source>Correct the address: %4</source>
        <translation>Исправьте адрес: %4</translation>
    </message>
    <message>
        <source>%1 takes the connection and says nothing for %6 ms.</source>
        <translation>%1 принимает соединение и молчит уже %6 мс.</translation>
    </message>
    <message>
        <source>Restart statsdmonitor, or correct the address.</source>
        <translation>Перезапустите statsdmonitor или исправьте адрес.</translation>
    </message>
    <message>
        <source>%1 is an XML-RPC server, but knows no istats: %3</source>
        <translation>%1 — сервер XML-RPC, но об istats он не знает: %3</translation>
    </message>
    <message>
        <source>Correct the address: the monitor listens ten ports above the statsd port, 8135 for 8125.</source>
        <translation>Исправьте адрес: порт монитора на десять больше порта statsd, 8135 для 8125.</translation>
    </message>
    <message numerus="yes">
        <source>%1 published %n second(s) ago.</source>
        <translation>
            <numerusform>%1: данные опубликованы %n секунду назад.</numerusform>
            <numerusform>%1: данные опубликованы %n секунды назад.</numerusform>
            <numerusform>%1: данные опубликованы %n секунд назад.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 has published nothing yet.</source>
        <translation>%1 ещё ничего не публиковал.</translation>
    </message>
    <message>
        <source>Wait for the first flush. Then look at the Graphite host and port of the server.</source>
        <translation>Дождитесь первого сброса. Затем проверьте узел и порт Graphite в настройках сервера.</translation>
    </message>
    <message numerus="yes">
        <source>%1 has published nothing for %n second(s).</source>
        <translation>
            <numerusform>%1 ничего не публикует уже %n секунду.</numerusform>
            <numerusform>%1 ничего не публикует уже %n секунды.</numerusform>
            <numerusform>%1 ничего не публикует уже %n секунд.</numerusform>
        </translation>
    </message>
    <message>
        <source>Look at the Graphite host and port of the server, and whether Graphite runs.</source>
        <translation>Проверьте узел и порт Graphite в настройках сервера и работает ли Graphite.</translation>
    </message>
    <message numerus="yes">
        <source>%1 could not reach Graphite: %n error(s).</source>
        <translation>
            <numerusform>%1 не смог связаться с Graphite: %n ошибка.</numerusform>
            <numerusform>%1 не смог связаться с Graphite: %n ошибки.</numerusform>
            <numerusform>%1 не смог связаться с Graphite: %n ошибок.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 takes the connection and listens, as Graphite does.</source>
        <translation>%1 принимает соединение и слушает, как положено Graphite.</translation>
    </message>
    <message>
        <source>Start carbon, or correct the address: lines of text go to port 2003.</source>
        <translation>Запустите carbon или исправьте адрес: строки текста принимает порт 2003.</translation>
    </message>
    <message>
        <source>%1 answers, which Graphite never does: %3</source>
        <translation>%1 отвечает, чего Graphite никогда не делает: %3</translation>
    </message>
    <message>
        <source>Correct the address: lines of text go to port 2003.</source>
        <translation>Исправьте адрес: строки текста принимает порт 2003.</translation>
    </message>
    <message>
        <source>%1 closes the connection as soon as a line comes.</source>
        <translation>%1 закрывает соединение, как только приходит строка.</translation>
    </message>
    <message>
        <source>Correct the address: lines of text go to port 2003; on port 2004 carbon expects pickled data.</source>
        <translation>Исправьте адрес: строки текста принимает порт 2003; на порту 2004 carbon ждёт данных pickle.</translation>
    </message>
    <message>
        <source>The line metriscope.selftest sent there was found after %6 ms at %4.</source>
        <translation>Отправленная туда строка metriscope.selftest найдена через %6 мс на %4.</translation>
    </message>
    <message>
        <source>A line metriscope.selftest was sent, but does not appear at %4.</source>
        <translation>Строка metriscope.selftest отправлена, но на %4 не появилась.</translation>
    </message>
    <message>
        <source>%4 cannot be asked: %3</source>
        <translation>Не удаётся спросить %4: %3</translation>
    </message>
    <message>
        <source>Stopped before it was answered.</source>
        <translation>Остановлено до получения ответа.</translation>
    </message>
    <message numerus="yes">
        <source>No answer within %n second(s).</source>
        <translation>
            <numerusform>Нет ответа за %n секунду.</numerusform>
            <numerusform>Нет ответа за %n секунды.</numerusform>
            <numerusform>Нет ответа за %n секунд.</numerusform>
        </translation>
    </message>
    <message>
        <source>Cannot be checked before this is in order: %3</source>
        <translation>Нельзя проверить, пока не пройдена проверка «%3».</translation>
    </message>
    <message>
        <source>Not checked, because another check has found the cause: %3</source>
        <translation>Не проверено: причину нашла проверка «%3».</translation>
    </message>
    <message>
        <source>Needs traffic of the application, and no time was given to wait for it.</source>
        <translation>Нужны данные от приложения, а время на их ожидание не отведено.</translation>
    </message>
    <message>
        <source>Let the check wait, and click through the application meanwhile: --wait 30</source>
        <translation>Дайте проверке подождать, а сами тем временем поработайте в приложении: --wait 30</translation>
    </message>
    <message numerus="yes">
        <source>Nothing came within %n second(s), so there is nothing to judge.</source>
        <translation>
            <numerusform>За %n секунду ничего не поступило, судить не о чем.</numerusform>
            <numerusform>За %n секунды ничего не поступило, судить не о чем.</numerusform>
            <numerusform>За %n секунд ничего не поступило, судить не о чем.</numerusform>
        </translation>
    </message>
    <message>
        <source>Run the check on the machine that receives, or give an address of this one.</source>
        <translation>Запустите проверку на той машине, которая принимает, или укажите адрес этой.</translation>
    </message>
    <message>
        <source>%1 belongs to %2: what others receive cannot be seen.</source>
        <translation>%1 занят программой %2: что получают другие, увидеть нельзя.</translation>
    </message>
    <message>
        <source>Nothing was given to check.</source>
        <translation>Проверять нечего: адрес не указан.</translation>
    </message>
    <message>
        <source>Needs a look at the wire, which is not possible here.</source>
        <translation>Нужно наблюдать за сетью, а здесь это невозможно.</translation>
    </message>
    <message>
        <source>Capturing packets is not allowed: %3</source>
        <translation>Захватывать пакеты не разрешено: %3</translation>
    </message>
    <message>
        <source>%4</source>
        <translation>%4</translation>
    </message>
    <message>
        <source>Too little was seen to judge.</source>
        <translation>Данных слишком мало, чтобы судить.</translation>
    </message>
    <message>
        <source>This console listens on %1.</source>
        <translation>На %1 принимает эта консоль.</translation>
    </message>
    <message>
        <source>%1 is taken by %2.</source>
        <translation>%1 занят программой %2.</translation>
    </message>
    <message>
        <source>Stop %2, or move one of the two: another port for the console (--statsd 127.0.0.1:PORT) and the same port in the settings of the application.</source>
        <translation>Остановите %2 или смените порт у одной из сторон: другой порт для консоли (--statsd 127.0.0.1:ПОРТ) и такой же в настройках приложения.</translation>
    </message>
    <message>
        <source>%1 is taken by the process of another user, which the system does not name.</source>
        <translation>%1 занят процессом другого пользователя, имени которого система не сообщает.</translation>
    </message>
    <message>
        <source>Find it with: sudo ss -lnptu
Then stop it, or choose another port for the console and the application.</source>
        <translation>Найдите его: sudo ss -lnptu
Затем остановите или выберите другой порт для консоли и приложения.</translation>
    </message>
    <message>
        <source>Another Metriscope listens on %1: %2</source>
        <translation>На %1 принимает другой Metriscope: %2</translation>
    </message>
    <message>
        <source>Look at that window, or let this one listen on another port: --statsd 127.0.0.1:PORT</source>
        <translation>Смотрите в то окно или дайте этому другой порт: --statsd 127.0.0.1:ПОРТ</translation>
    </message>
    <message>
        <source>The system does not allow listening on %1.</source>
        <translation>Система не разрешает принимать на %1.</translation>
    </message>
    <message>
        <source>Choose a port of 1024 or above.</source>
        <translation>Выберите порт не меньше 1024.</translation>
    </message>
    <message>
        <source>Listening on %1 failed: %3</source>
        <translation>Не удалось начать приём на %1: %3</translation>
    </message>
    <message>
        <source>Give an address with a port, such as 127.0.0.1:8125 or [::1]:8125.</source>
        <translation>Укажите адрес с портом, например 127.0.0.1:8125 или [::1]:8125.</translation>
    </message>
    <message>
        <source>Correct the name, or give the address as numbers.</source>
        <translation>Исправьте имя или укажите адрес числами.</translation>
    </message>
    <message>
        <source>A marked line sent to %1 came back after %6 microseconds. It is left out of charts and counts.</source>
        <translation>Помеченная строка, отправленная на %1, вернулась через %6 мкс. В графики и счётчики она не попадает.</translation>
    </message>
    <message>
        <source>A line was sent to %1, and the socket that listens there did not get it.</source>
        <translation>На %1 отправлена строка, но до принимающего сокета она не дошла.</translation>
    </message>
    <message>
        <source>A firewall or a full socket buffer takes it. Look at: sudo nft list ruleset
and at the last column of: cat /proc/net/udp</source>
        <translation>Её забирает межсетевой экран или переполненный буфер сокета. Проверьте: sudo nft list ruleset
и последний столбец в: cat /proc/net/udp</translation>
    </message>
    <message>
        <source>The system has dropped nothing on %1.</source>
        <translation>На %1 система ничего не потеряла.</translation>
    </message>
    <message numerus="yes">
        <source>The system has dropped %n datagram(s) on %1, but none while this was checked. Largest socket buffer allowed: %7 bytes.</source>
        <translation>
            <numerusform>На %1 система потеряла %n датаграмму, но не во время проверки. Наибольший разрешённый буфер сокета: %7 байт.</numerusform>
            <numerusform>На %1 система потеряла %n датаграммы, но не во время проверки. Наибольший разрешённый буфер сокета: %7 байт.</numerusform>
            <numerusform>На %1 система потеряла %n датаграмм, но не во время проверки. Наибольший разрешённый буфер сокета: %7 байт.</numerusform>
        </translation>
    </message>
    <message>
        <source>Allow a larger buffer, then restart the program that listens: sudo sysctl -w net.core.rmem_max=8388608</source>
        <translation>Разрешите больший буфер и перезапустите принимающую программу: sudo sysctl -w net.core.rmem_max=8388608</translation>
    </message>
    <message numerus="yes">
        <source>The system drops on %1: %n datagram(s) lost by now, more every moment. Largest socket buffer allowed: %7 bytes.</source>
        <translation>
            <numerusform>На %1 система теряет данные: уже потеряна %n датаграмма, и потери растут. Наибольший разрешённый буфер сокета: %7 байт.</numerusform>
            <numerusform>На %1 система теряет данные: уже потеряны %n датаграммы, и потери растут. Наибольший разрешённый буфер сокета: %7 байт.</numerusform>
            <numerusform>На %1 система теряет данные: уже потеряно %n датаграмм, и потери растут. Наибольший разрешённый буфер сокета: %7 байт.</numerusform>
        </translation>
    </message>
    <message>
        <source>Allow a larger buffer, then restart the program that listens: sudo sysctl -w net.core.rmem_max=8388608
If that does not help, send less: sample with |@0.1, or several lines a datagram.</source>
        <translation>Разрешите больший буфер и перезапустите принимающую программу: sudo sysctl -w net.core.rmem_max=8388608
Если это не поможет, отправляйте меньше: выборкой с |@0.1 или по нескольку строк в датаграмме.</translation>
    </message>
    <message>
        <source>Packets of all interfaces can be seen.</source>
        <translation>Пакеты всех интерфейсов видны.</translation>
    </message>
    <message numerus="yes">
        <source>The application sends to %4, not to %1. From %2, %n packet(s), such as: %3</source>
        <translation>
            <numerusform>Приложение отправляет на %4, а не на %1. От %2 пришёл %n пакет, например: %3</numerusform>
            <numerusform>Приложение отправляет на %4, а не на %1. От %2 пришли %n пакета, например: %3</numerusform>
            <numerusform>Приложение отправляет на %4, а не на %1. От %2 пришло %n пакетов, например: %3</numerusform>
        </translation>
    </message>
    <message>
        <source>Correct the port in the settings of the application to the one of %1, or let the console listen where it sends: --statsd %4</source>
        <translation>Исправьте порт в настройках приложения на порт из %1 или пусть консоль принимает там, куда отправляет приложение: --statsd %4</translation>
    </message>
    <message numerus="yes">
        <source>The application sends to %4, while the console listens on %1: one is IPv6, the other IPv4. From %2, %n packet(s), such as: %3</source>
        <translation>
            <numerusform>Приложение отправляет на %4, а консоль принимает на %1: одно — IPv6, другое — IPv4. От %2 пришёл %n пакет, например: %3</numerusform>
            <numerusform>Приложение отправляет на %4, а консоль принимает на %1: одно — IPv6, другое — IPv4. От %2 пришли %n пакета, например: %3</numerusform>
            <numerusform>Приложение отправляет на %4, а консоль принимает на %1: одно — IPv6, другое — IPv4. От %2 пришло %n пакетов, например: %3</numerusform>
        </translation>
    </message>
    <message>
        <source>Listen on both: --statsd %1 --statsd %4
Or name the address in the application instead of &quot;localhost&quot;: %1</source>
        <translation>Принимайте на обоих: --statsd %1 --statsd %4
Или укажите в приложении вместо «localhost» сам адрес: %1</translation>
    </message>
    <message numerus="yes">
        <source>The application sends to %4, while the console listens on %1. From %2, %n packet(s), such as: %3</source>
        <translation>
            <numerusform>Приложение отправляет на %4, а консоль принимает на %1. От %2 пришёл %n пакет, например: %3</numerusform>
            <numerusform>Приложение отправляет на %4, а консоль принимает на %1. От %2 пришли %n пакета, например: %3</numerusform>
            <numerusform>Приложение отправляет на %4, а консоль принимает на %1. От %2 пришло %n пакетов, например: %3</numerusform>
        </translation>
    </message>
    <message>
        <source>Listen there as well: --statsd %4
Whoever reaches that address can then send metrics to this console. From a container, send to the address of the host&apos;s bridge, not to localhost.</source>
        <translation>Принимайте и там: --statsd %4
Тогда отправлять метрики в эту консоль сможет всякий, кому доступен этот адрес. Из контейнера отправляйте на адрес моста узла, а не на localhost.</translation>
    </message>
    <message>
        <source>%6 packets on the wire to %1, %7 in the socket.</source>
        <translation>Пакетов в сети для %1: %6, в сокете: %7.</translation>
    </message>
    <message>
        <source>%6 packets on the wire to %1, but only %7 in the socket.</source>
        <translation>Пакетов в сети для %1: %6, но в сокете только %7.</translation>
    </message>
    <message>
        <source>A firewall or a full socket buffer takes the rest. Look at: sudo nft list ruleset
and at the last column of: cat /proc/net/udp</source>
        <translation>Остальное забирает межсетевой экран или переполненный буфер сокета. Проверьте: sudo nft list ruleset
и последний столбец в: cat /proc/net/udp</translation>
    </message>
    <message numerus="yes">
        <source>%n packet(s) on %1 from %2, such as: %3</source>
        <translation>
            <numerusform>На %1 пришёл %n пакет от %2, например: %3</numerusform>
            <numerusform>На %1 пришли %n пакета от %2, например: %3</numerusform>
            <numerusform>На %1 пришло %n пакетов от %2, например: %3</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nothing arrived on %1 within %n second(s).</source>
        <translation>
            <numerusform>За %n секунду на %1 ничего не поступило.</numerusform>
            <numerusform>За %n секунды на %1 ничего не поступило.</numerusform>
            <numerusform>За %n секунд на %1 ничего не поступило.</numerusform>
        </translation>
    </message>
    <message>
        <source>Use the application while this waits. Then look at the host and the port in the settings of its statsd client, and whether the client is switched on.</source>
        <translation>Поработайте в приложении, пока идёт ожидание. Затем проверьте узел и порт в настройках его клиента statsd и включён ли клиент.</translation>
    </message>
    <message>
        <source>Click in the application while this waits. Then look at three things: ENABLE_METRICS_COLLECTION = True in settings.py; that pystatsd is installed for the very Python of the application (pip show pystatsd); that its m3-core is new enough to know METRICS_HOST and METRICS_PORT.</source>
        <translation>Поработайте в приложении, пока идёт ожидание. Затем проверьте три вещи: ENABLE_METRICS_COLLECTION = True в settings.py; что pystatsd установлен именно для того Python, в котором работает приложение (pip show pystatsd); что его m3-core достаточно нов и знает METRICS_HOST и METRICS_PORT.</translation>
    </message>
    <message>
        <source>All lines seen can be read: %6</source>
        <translation>Все увиденные строки читаются: %6</translation>
    </message>
    <message>
        <source>The characters \ and n stand in the line where a line break is meant. From %2: %3</source>
        <translation>В строке стоят символы \ и n там, где нужен перевод строки. От %2: %3</translation>
    </message>
    <message>
        <source>Write a real line break in the client: &quot;\n&quot; in double quotes, or $&apos;...\n&apos; in a shell, or printf instead of echo.</source>
        <translation>Отправляйте из клиента настоящий перевод строки: &quot;\n&quot; в двойных кавычках, $&apos;...\n&apos; в оболочке или printf вместо echo.</translation>
    </message>
    <message>
        <source>A comma stands in the number: %3 (from %2)</source>
        <translation>В числе стоит запятая: %3 (от %2)</translation>
    </message>
    <message>
        <source>Lines end with a carriage return: %3 (from %2)</source>
        <translation>Строки оканчиваются возвратом каретки: %3 (от %2)</translation>
    </message>
    <message>
        <source>Harmless here; brubeck and statsite drop such lines. End them with \n alone in the client.</source>
        <translation>Здесь это не мешает, но brubeck и statsite такие строки отбрасывают. Завершайте их в клиенте только символом \n.</translation>
    </message>
    <message>
        <source>Unexpected text at the end of the line: %3 (from %2)</source>
        <translation>Лишний текст в конце строки: %3 (от %2)</translation>
    </message>
    <message>
        <source>A line without a name: %3 (from %2)</source>
        <translation>Строка без имени: %3 (от %2)</translation>
    </message>
    <message>
        <source>Look at what the client puts before the colon: an empty variable, or a name that it has filtered away.</source>
        <translation>Проверьте, что клиент ставит перед двоеточием: пустую переменную или имя, от которого после очистки ничего не осталось.</translation>
    </message>
    <message>
        <source>%6 of %7 lines are rejected, such as this one from %2: %3
Why: %8</source>
        <translation>Отклонено строк: %6 из %7, например такая от %2: %3
Причина: %8</translation>
    </message>
    <message>
        <source>Change the line in the client, or choose a dialect that takes it: %5</source>
        <translation>Исправьте строку в клиенте или выберите диалект, который её принимает: %5</translation>
    </message>
    <message>
        <source>Look at the client that writes it.</source>
        <translation>Проверьте клиент, который её записывает.</translation>
    </message>
    <message>
        <source>The prefix makes clean names: %3</source>
        <translation>Префикс даёт чистые имена: %3</translation>
    </message>
    <message>
        <source>Names have two dots in a row, because the prefix ends with a dot: %3</source>
        <translation>В именах две точки подряд, потому что префикс оканчивается точкой: %3</translation>
    </message>
    <message>
        <source>It serves metrics</source>
        <translation>Он отдаёт метрики</translation>
    </message>
    <message>
        <source>Find out who listens there (sudo ss -lntp) and stop it, or give another port.</source>
        <translation>Найдите, кто занимает этот порт (sudo ss -lntp), и остановите его или укажите другой порт.</translation>
    </message>
    <message>
        <source>Find out who listens there (sudo ss -lntp); it is not a server for contexts.</source>
        <translation>Найдите, кто занимает этот порт (sudo ss -lntp): это не сервер контекстов.</translation>
    </message>
    <message>
        <source>The answer of %1 is not HTTP: %3</source>
        <translation>%1 отвечает не по HTTP: %3</translation>
    </message>
    <message>
        <source>Find out who listens there (sudo ss -lntp); the port belongs to something else.</source>
        <translation>Найдите, кто занимает этот порт (sudo ss -lntp): он служит чему-то другому.</translation>
    </message>
    <message>
        <source>%1 cannot be reached: %3</source>
        <translation>До %1 не добраться: %3</translation>
    </message>
    <message>
        <source>No secure connection to %1: %3</source>
        <translation>Не удалось установить защищённое соединение с %1: %3</translation>
    </message>
    <message>
        <source>%1 redirects to another address: %4. m3-core would follow with an empty request.</source>
        <translation>%1 перенаправляет на другой адрес: %4. m3-core последовал бы туда с пустым запросом.</translation>
    </message>
    <message>
        <source>%1 asks for a login: %3</source>
        <translation>%1 требует входа: %3</translation>
    </message>
    <message>
        <source>Find out who listens there (sudo ss -lntp); a gstats collector greets at once.</source>
        <translation>Найдите, кто занимает этот порт (sudo ss -lntp): сборщик gstats приветствует сразу.</translation>
    </message>
    <message>
        <source>What listens on %1 does not speak ZeroMQ. It says: %3</source>
        <translation>На %1 отвечают не по ZeroMQ. Получено: %3</translation>
    </message>
    <message>
        <source>Something other than gstats-collectd listens there, or it hangs. Restart it.</source>
        <translation>Там не gstats-collectd, или он завис. Перезапустите его.</translation>
    </message>
    <message>
        <source>The answer of %1 to STATS is not one of gstats-collectd: %3</source>
        <translation>%1 отвечает на STATS не так, как gstats-collectd: %3</translation>
    </message>
    <message>
        <source>Nothing is wrong with the application. The console&apos;s own collector counts them correctly: --gstats-collector</source>
        <translation>С приложением всё в порядке. Собственный сборщик консоли считает такие запросы верно: --gstats-collector</translation>
    </message>
    <message>
        <source>%1 serves statistics.</source>
        <translation>%1 отдаёт статистику.</translation>
    </message>
    <message>
        <source>The answer of %1 is not statistics: %3</source>
        <translation>%1 отдаёт не статистику: %3</translation>
    </message>
    <message>
        <source>%1 serves metrics: %3</source>
        <translation>%1 отдаёт метрики: %3</translation>
    </message>
    <message>
        <source>%1 serves a web page, not metrics: %3</source>
        <translation>%1 отдаёт веб-страницу, а не метрики: %3</translation>
    </message>
    <message>
        <source>%1 serves the pages of the application itself (%2), not metrics: the exporter cannot have the same port.</source>
        <translation>%1 отдаёт страницы самого приложения (%2), а не метрики: экспортёр не может занимать тот же порт.</translation>
    </message>
    <message>
        <source>Give the source a user and a password, or a token, or let /metrics pass without a login.</source>
        <translation>Укажите источнику имя пользователя и пароль или токен либо откройте /metrics без входа.</translation>
    </message>
    <message>
        <source>%1 redirects to another address: %4</source>
        <translation>%1 перенаправляет на другой адрес: %4</translation>
    </message>
    <message>
        <source>The answer of %1 cannot be read as metrics: %3</source>
        <translation>Ответ %1 не читается как метрики: %3</translation>
    </message>
    <message>
        <source>Look at what writes it; half an answer means that a worker was killed.</source>
        <translation>Проверьте, кто его пишет; половина ответа означает, что рабочий процесс был завершён.</translation>
    </message>
    <message numerus="yes">
        <source>%1 was asked %n time(s), and its answers agree.</source>
        <translation>
            <numerusform>%1 спрошен %n раз, ответы согласуются.</numerusform>
            <numerusform>%1 спрошен %n раза, ответы согласуются.</numerusform>
            <numerusform>%1 спрошен %n раз, ответы согласуются.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 serves metrics, but none about requests. There are: %5</source>
        <translation>%1 отдаёт метрики, но о запросах среди них ничего нет. Есть: %5</translation>
    </message>
    <message>
        <source>The answer of %1 is not XML-RPC: %3</source>
        <translation>%1 отвечает не по XML-RPC: %3</translation>
    </message>
    <message>
        <source>carbon silently ignores lines that do not end with a line break, lines without a time, values that are not numbers, and names that its whitelist does not let in. Look into its creates.log and listener.log.</source>
        <translation>carbon молча пропускает строки без перевода строки в конце, строки без времени, значения, которые не являются числами, и имена, которых нет в белом списке. Посмотрите его creates.log и listener.log.</translation>
    </message>
    <message>
        <source>A line metriscope.selftest was sent to %1. Whether it is kept cannot be seen without the address of the web interface.</source>
        <translation>Строка metriscope.selftest отправлена на %1. Сохранена ли она, без адреса веб-части узнать нельзя.</translation>
    </message>
    <message>
        <source>Give that address: --poll graphite=HOST:2003,http://HOST:8080</source>
        <translation>Укажите его: --poll graphite=УЗЕЛ:2003,http://УЗЕЛ:8080</translation>
    </message>
    <message>
        <source>Correct the address of the web interface of Graphite.</source>
        <translation>Исправьте адрес веб-части Graphite.</translation>
    </message>
    <message>
        <source>%1 is not an address of this machine. Its addresses are: %5</source>
        <translation>%1 — не адрес этой машины. Её адреса: %5</translation>
    </message>
    <message>
        <source>This is not an address to listen on: %1</source>
        <translation>По такому адресу нельзя начать приём: %1</translation>
    </message>
    <message>
        <source>There is no host with that name: %1</source>
        <translation>Узла с таким именем нет: %1</translation>
    </message>
    <message>
        <source>Format the value with a point, whatever the locale: LC_NUMERIC=C, or %f of a language that knows no locale. Taken as it is by: %5</source>
        <translation>Записывайте значение с точкой при любой локали: LC_NUMERIC=C или %f в языке, который не знает о локалях. Как есть его принимает: %5</translation>
    </message>
    <message>
        <source>Remove in the client what follows the kind. Taken as it is by: %5</source>
        <translation>Уберите в клиенте то, что следует за видом. Как есть строку принимает: %5</translation>
    </message>
    <message>
        <source>Lines can be read, but look doubtful. %3 (from %2)
Why: %8</source>
        <translation>Строки читаются, но с сомнением. %3 (от %2)
Причина: %8</translation>
    </message>
    <message>
        <source>Remove the last dot: METRICS_PREFIX = &apos;%4&apos;
It is harmless here, and Graphite folds the two dots into one.</source>
        <translation>Уберите последнюю точку: METRICS_PREFIX = &apos;%4&apos;
Здесь она не мешает, а Graphite сводит две точки к одной.</translation>
    </message>
    <message>
        <source>No registration came. An application registers once, when it starts; what it did before is known to a running console alone.</source>
        <translation>Регистрации не было. Приложение регистрируется один раз, при запуске; что было раньше, знает только работающая консоль.</translation>
    </message>
    <message>
        <source>Restart the application while this waits, or look at the Contexts pane of the console.</source>
        <translation>Перезапустите приложение, пока идёт ожидание, или посмотрите страницу «Контексты» консоли.</translation>
    </message>
    <message>
        <source>Write it as tcp://127.0.0.1:2345.</source>
        <translation>Запишите его как tcp://127.0.0.1:2345.</translation>
    </message>
    <message>
        <source>Start the status application there (its example listens on port 8002), or correct the address.</source>
        <translation>Запустите там приложение состояния (в его примере порт 8002) или исправьте адрес.</translation>
    </message>
    <message>
        <source>This is not a ZeroMQ address: %1</source>
        <translation>Это не адрес ZeroMQ: %1</translation>
    </message>
    <message>
        <source>The timings of %3 have fractions, as milliseconds do.</source>
        <translation>Замеры времени %3 дробные, как и положено миллисекундам.</translation>
    </message>
    <message>
        <source>Nothing was sent past %1. Watched: %5</source>
        <translation>Кроме %1, ничего не поступало и на: %5</translation>
    </message>
    <message>
        <source>A process of another user listens there.</source>
        <translation>Там слушает процесс другого пользователя.</translation>
    </message>
    <message>
        <source>Who listens there: %1</source>
        <translation>Там слушает: %1</translation>
    </message>
    <message>
        <source>%1 takes the connection and never answers. %2 was started with %3, as the README of gstats says, but its code reads another variable.</source>
        <translation>%1 принимает соединение и никогда не отвечает. %2 запущен с переменной %3, как сказано в README gstats, но код читает другую.</translation>
    </message>
    <message>
        <source>Start the status application with the name that is read: %4</source>
        <translation>Запустите приложение статуса с тем именем, которое читает код: %4</translation>
    </message>
    <message>
        <source>%1 belongs to %2, the part of runserver that watches the files. It has the port, so the site itself cannot open it and does not start.</source>
        <translation>%1 занимает %2 — та часть runserver, что следит за файлами. Порт у неё, поэтому сам сайт открыть его не может и не запускается.</translation>
    </message>
    <message>
        <source>Start it with --noreload, or remove PROMETHEUS_METRICS_EXPORT_PORT from settings.py and serve /metrics by urls.py.</source>
        <translation>Запустите его с --noreload или уберите PROMETHEUS_METRICS_EXPORT_PORT из settings.py и отдавайте /metrics через urls.py.</translation>
    </message>
    <message>
        <source>Ask for the whole range of ports, and make it as long as there are workers: PROMETHEUS_METRICS_EXPORT_PORT_RANGE = range(8001, 8050)</source>
        <translation>Опрашивайте весь диапазон портов и задайте его не короче числа рабочих процессов: PROMETHEUS_METRICS_EXPORT_PORT_RANGE = range(8001, 8050)</translation>
    </message>
    <message>
        <source>A process of another user listens on %1. Whether workers share its port, the system does not tell.</source>
        <translation>На %1 слушает процесс другого пользователя. Делят ли рабочие процессы его порт, система не сообщает.</translation>
    </message>
    <message>
        <source>Run this check as the user of the application.</source>
        <translation>Запустите эту проверку от имени пользователя, под которым работает приложение.</translation>
    </message>
    <message numerus="yes">
        <source>%2 has %n worker(s); only %7 of them were reached. What the others do is not counted.</source>
        <translation>
            <numerusform>У %2 %n рабочий процесс; опрошено из них: %7. Что делают остальные, не учтено.</numerusform>
            <numerusform>У %2 %n рабочих процесса; опрошено из них: %7. Что делают остальные, не учтено.</numerusform>
            <numerusform>У %2 %n рабочих процессов; опрошено из них: %7. Что делают остальные, не учтено.</numerusform>
        </translation>
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
    <message>
        <source>%1 cannot be polled: no room for another %2 source.</source>
        <extracomment>%1 is an address, %2 the kind of a source, such as prometheus</extracomment>
        <translation>%1 не удаётся опрашивать: для ещё одного источника %2 нет места.</translation>
    </message>
    <message>
        <source>Addresses are what the application is told to use. Where such an address is local and nobody listens, the check listens there itself, except for what was named by --contexts or --poll.</source>
        <translation>Адреса — те, что указаны приложению. Если такой адрес местный и на нём никто не принимает, проверка принимает там сама, кроме адресов, названных в --contexts или --poll.</translation>
    </message>
    <message>
        <source>Checks:</source>
        <translation>Проверки:</translation>
    </message>
    <message>
        <source>Exit status: 0 nothing failed; 1 a check failed; 2 wrong usage.</source>
        <translation>Код завершения: 0 — сбоев нет; 1 — проверка не пройдена; 2 — неверный вызов.</translation>
    </message>
    <message>
        <source>Without a file, or with -, it reads standard input. KIND is statsd or prometheus; a URL is for prometheus.</source>
        <translation>Без файла или с - читается стандартный ввод. ВИД — statsd или prometheus; URL — для prometheus.</translation>
    </message>
    <message>
        <source>Exit status: 0 everything can be read; 1 something is rejected; 2 wrong usage.</source>
        <translation>Код завершения: 0 — всё читается; 1 — что-то отклонено; 2 — неверный вызов.</translation>
    </message>
    <message>
        <source>KIND=ADDRESS, such as gstats=tcp://127.0.0.1:2345 or prometheus=http://localhost:8001-8049/metrics</source>
        <translation>ВИД=АДРЕС, например gstats=tcp://127.0.0.1:2345 или prometheus=http://localhost:8001-8049/metrics</translation>
    </message>
    <message>
        <source>two addresses, such as tcp://127.0.0.2:2345,tcp://127.0.0.1:2345</source>
        <translation>два адреса, например tcp://127.0.0.2:2345,tcp://127.0.0.1:2345</translation>
    </message>
    <message>
        <source>an address such as 127.0.0.1:1942</source>
        <translation>адрес, например 127.0.0.1:1942</translation>
    </message>
    <message>
        <source>PREFIX</source>
        <translation>ПРЕФИКС</translation>
    </message>
    <message>
        <source>seconds from 0 to 3600</source>
        <translation>секунды от 0 до 3600</translation>
    </message>
    <message>
        <source>take the registrations of m3 applications here by HTTP (default 127.0.0.1:1942, but nowhere for a watch whose --statsd is given)</source>
        <translation>принимать здесь регистрации приложений m3 по HTTP (по умолчанию 127.0.0.1:1942, а для watch с заданным --statsd — нигде)</translation>
    </message>
    <message>
        <source>take no registrations</source>
        <translation>не принимать регистраций</translation>
    </message>
    <message>
        <source>KIND=ADDRESS</source>
        <translation>ВИД=АДРЕС</translation>
    </message>
    <message>
        <source>ask this target regularly; KIND is gstats, gstats-http, prometheus or istats; may be repeated</source>
        <translation>регулярно опрашивать эту цель; ВИД — gstats, gstats-http, prometheus или istats; можно повторять</translation>
    </message>
    <message>
        <source>time between two polls, 0.1 to 3600 (default depends on the kind)</source>
        <translation>время между двумя опросами, от 0.1 до 3600 (по умолчанию зависит от вида)</translation>
    </message>
    <message>
        <source>STATS_ADDR,COMM_ADDR</source>
        <translation>АДРЕС_СОБЫТИЙ,АДРЕС_ВОПРОСОВ</translation>
    </message>
    <message>
        <source>be a gstats collector: requests come in at STATS_ADDR, questions at COMM_ADDR (default tcp://127.0.0.2:2345,tcp://127.0.0.1:2345)</source>
        <translation>быть сборщиком gstats: запросы поступают на АДРЕС_СОБЫТИЙ, вопросы — на АДРЕС_ВОПРОСОВ (по умолчанию tcp://127.0.0.2:2345,tcp://127.0.0.1:2345)</translation>
    </message>
    <message>
        <source>METRICS_PREFIX of the application, or its prefix in gstats</source>
        <translation>METRICS_PREFIX приложения или его префикс в gstats</translation>
    </message>
    <message>
        <source>look for traffic of the application that long (default 0)</source>
        <translation>сколько времени ждать данных от приложения (по умолчанию 0)</translation>
    </message>
    <message>
        <source>read the exposition as text or openmetrics (default: as its Content-Type says, or openmetrics when it ends with # EOF)</source>
        <translation>читать страницу метрик как text или openmetrics (по умолчанию — как сказано в её Content-Type, или openmetrics, если она оканчивается на # EOF)</translation>
    </message>
    <message>
        <source>find out why nothing arrives: m3, statsd, gstats, prometheus, istats or graphite</source>
        <translation>выяснить, почему ничего не поступает: m3, statsd, gstats, prometheus, istats или graphite</translation>
    </message>
    <message>
        <source>KIND</source>
        <translation>ВИД</translation>
    </message>
    <message>
        <source>say of every line whether it can be read, and why not</source>
        <translation>сказать о каждой строке, читается ли она, и если нет, то почему</translation>
    </message>
    <message>
        <source>KIND [FILE|URL]</source>
        <translation>ВИД [ФАЙЛ|URL]</translation>
    </message>
    <message>
        <source>Exit status: 0 done; 1 a capture broke off; 2 wrong usage, or something asked for could not start.</source>
        <translation>Код завершения: 0 — выполнено; 1 — захват прервался; 2 — неверный вызов, либо запрошенное не удалось запустить.</translation>
    </message>
    <message>
        <source>the name of a network interface, or any</source>
        <translation>имя сетевого интерфейса или any</translation>
    </message>
    <message>
        <source>an expression such as &apos;udp dst port 8125&apos;</source>
        <translation>выражение, например &apos;udp dst port 8125&apos;</translation>
    </message>
    <message>
        <source>capture what passes this network interface, or any; needs metriscope-capture to have the right</source>
        <translation>захватывать то, что проходит через этот сетевой интерфейс, или any; право захвата нужно программе metriscope-capture</translation>
    </message>
    <message>
        <source>EXPRESSION</source>
        <translation>ВЫРАЖЕНИЕ</translation>
    </message>
    <message>
        <source>capture only this, as tcpdump takes it: &apos;udp dst port 8125&apos;</source>
        <translation>захватывать только это, как для tcpdump: &apos;udp dst port 8125&apos;</translation>
    </message>
    <message>
        <source>read a capture, pcap or pcapng, instead</source>
        <translation>вместо этого читать захват, pcap или pcapng</translation>
    </message>
    <message>
        <source>save what is printed as pcapng</source>
        <translation>сохранить выведенное как pcapng</translation>
    </message>
    <message>
        <source>print the bytes too, in hexadecimal (-x)</source>
        <translation>выводить и байты, в шестнадцатеричном виде (-x)</translation>
    </message>
    <message>
        <source>match capital and small letters alike (-i)</source>
        <translation>не различать прописные и строчные буквы (-i)</translation>
    </message>
    <message>
        <source>print what does not match (-v)</source>
        <translation>выводить то, что не подходит (-v)</translation>
    </message>
    <message>
        <source>no window: print packets and what is made of their lines</source>
        <translation>без окна: выводить пакеты и то, что прочитано в их строках</translation>
    </message>
    <message>
        <source>[REGEX]</source>
        <translation>[ВЫРАЖЕНИЕ]</translation>
    </message>
    <message>
        <source>%1 needs an argument: %2</source>
        <translation>команде %1 нужно указать: %2</translation>
    </message>
    <message>
        <source>%1 is not a regular expression: at %2, %3</source>
        <extracomment>%1 is a pattern, %2 a position in it, %3 what is wrong, in English</extracomment>
        <translation>%1 — не регулярное выражение: в позиции %2, %3</translation>
    </message>
    <message>
        <source>%1 is not one of: %2</source>
        <translation>%1 — не из числа: %2</translation>
    </message>
    <message>
        <source>Besides the kinds of --poll it takes graphite=HOST:PORT, and graphite=HOST:PORT,URL with the address of its web interface.</source>
        <translation>Кроме видов --poll допустимы graphite=УЗЕЛ:ПОРТ и graphite=УЗЕЛ:ПОРТ,URL с адресом его веб-части.</translation>
    </message>
    <message>
        <source>Prints packets whose payload matches: what arrives at the console&apos;s own sockets, which needs no right; with --interface or --filter what passes on the network; with --read what a file holds.</source>
        <translation>Выводит пакеты с подходящим содержимым: то, что приходит на собственные сокеты консоли (прав не нужно); с --interface или --filter — то, что проходит по сети; с --read — то, что хранится в файле.</translation>
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
        <translation>оставлять разрыв</translation>
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
    <message>
        <source>Mean latency</source>
        <translation>Средняя задержка</translation>
    </message>
    <message>
        <source>Standard deviation of the latency</source>
        <translation>Стандартное отклонение задержки</translation>
    </message>
    <message>
        <source>statsd receiver</source>
        <translation>приёмник statsd</translation>
    </message>
    <message>
        <source>m3 contexts</source>
        <translation>контексты m3</translation>
    </message>
    <message>
        <source>gstats collector (built in)</source>
        <translation>сборщик gstats (свой)</translation>
    </message>
    <message>
        <source>gstats over ZeroMQ</source>
        <translation>gstats по ZeroMQ</translation>
    </message>
    <message>
        <source>gstats over HTTP</source>
        <translation>gstats по HTTP</translation>
    </message>
    <message>
        <source>Prometheus or OpenMetrics</source>
        <translation>Prometheus или OpenMetrics</translation>
    </message>
    <message>
        <source>pystatsd monitor</source>
        <translation>монитор pystatsd</translation>
    </message>
    <message>
        <source>istats monitor (built in)</source>
        <translation>монитор istats (свой)</translation>
    </message>
    <message>
        <source>replay of a capture</source>
        <translation>воспроизведение захвата</translation>
    </message>
    <message>
        <source>Enter an address, such as %1.</source>
        <extracomment>%1 is an example of an address</extracomment>
        <translation>Введите адрес, например %1.</translation>
    </message>
    <message>
        <source>The address is too long.</source>
        <translation>Адрес слишком длинный.</translation>
    </message>
    <message>
        <source>The address begins with tcp:// or ipc://, as in %1.</source>
        <translation>Адрес начинается с tcp:// или ipc://, как %1.</translation>
    </message>
    <message>
        <source>The address begins with http:// or https://, as in %1.</source>
        <translation>Адрес начинается с http:// или https://, как %1.</translation>
    </message>
    <message>
        <source>Name the host, as in %1.</source>
        <translation>Укажите узел, как в %1.</translation>
    </message>
    <message>
        <source>Name the port, as in %1.</source>
        <translation>Укажите порт, как в %1.</translation>
    </message>
    <message>
        <source>A port is a number from 1 to 65535, or a range such as 8001-8049.</source>
        <translation>Порт — число от 1 до 65535 или диапазон, например 8001-8049.</translation>
    </message>
    <message>
        <source>A port is a number from 1 to 65535.</source>
        <translation>Порт — число от 1 до 65535.</translation>
    </message>
    <message>
        <source>Leave user and password out of the address: it is kept in a file that others may read.</source>
        <translation>Не указывайте имя пользователя и пароль в адресе: он хранится в файле, который могут прочесть другие.</translation>
    </message>
    <message>
        <source>Nobody listens on %1. Start the application there, or correct the address.</source>
        <translation>На %1 никто не принимает соединений. Запустите там приложение или исправьте адрес.</translation>
    </message>
    <message>
        <source>%1 gave no answer in time.</source>
        <translation>%1 не отвечает вовремя.</translation>
    </message>
    <message>
        <source>%1 closed the connection without an answer.</source>
        <translation>%1 закрывает соединение без ответа.</translation>
    </message>
    <message>
        <source>%1 answers %2. Check the path of the address.</source>
        <extracomment>%2 is an HTTP status such as &quot;404 Not Found&quot;</extracomment>
        <translation>%1 отвечает %2. Проверьте путь в адресе.</translation>
    </message>
    <message>
        <source>The answer of %1 is larger than %2 bytes and was not read.</source>
        <extracomment>%2 is a number of bytes</extracomment>
        <translation>Ответ %1 больше %2 байт и не прочитан.</translation>
    </message>
    <message>
        <source>The answer of %1 is damaged: %2</source>
        <translation>Ответ %1 повреждён: %2</translation>
    </message>
    <message>
        <source>%1 is a ZeroMQ socket that answers no requests (%2). Give the address for statistics instead.</source>
        <extracomment>%2 is the type of a ZeroMQ socket, such as PULL</extracomment>
        <translation>%1 — сокет ZeroMQ, который не отвечает на вопросы (%2). Укажите вместо него адрес статистики.</translation>
    </message>
    <message>
        <source>%1 reports an error: %2</source>
        <translation>%1 сообщает об ошибке: %2</translation>
    </message>
    <message>
        <source>The system keyring does not give the secret for %1: %2</source>
        <translation>Связка ключей системы не выдаёт секрет для %1: %2</translation>
    </message>
    <message>
        <source>Not one port of %1 answers.</source>
        <translation>Ни один порт из %1 не отвечает.</translation>
    </message>
    <message>
        <source>Several processes answer behind one address, each with counts of its own. Give each a port (a range), or set PROMETHEUS_MULTIPROC_DIR.</source>
        <translation>По одному адресу отвечают несколько процессов, каждый со своими числами. Дайте каждому порт (диапазон) или задайте PROMETHEUS_MULTIPROC_DIR.</translation>
    </message>
    <message>
        <source>Some lines of the answer could not be read. &quot;metriscope explain prometheus&quot; with the address tells which.</source>
        <translation>Некоторые строки ответа не удалось прочесть. Какие, покажет «metriscope explain prometheus» с этим адресом.</translation>
    </message>
    <message>
        <source>Some of the addresses give no answer that counts.</source>
        <translation>Некоторые из адресов не дают пригодного ответа.</translation>
    </message>
    <message>
        <source>more requests finished than were seen to start: none are shown in flight</source>
        <translation>завершено больше запросов, чем замечено начатых: в обработке не показан ни один</translation>
    </message>
    <message>
        <source>There must be no spaces in the address.</source>
        <translation>В адресе не должно быть пробелов.</translation>
    </message>
    <message>
        <source>There is no host with that name: %1.</source>
        <translation>Узла с таким именем нет: %1.</translation>
    </message>
    <message>
        <source>%1 cannot be reached from this machine.</source>
        <translation>С этой машины до %1 не добраться.</translation>
    </message>
    <message>
        <source>%1 asks for a login (%2). Enter a user and a password, or a token.</source>
        <extracomment>%2 is an HTTP status such as &quot;401 Unauthorized&quot;</extracomment>
        <translation>%1 требует входа (%2). Введите имя пользователя и пароль или токен.</translation>
    </message>
    <message>
        <source>%1 redirects from one address to the next and never answers.</source>
        <translation>%1 перенаправляет с одного адреса на другой и так и не отвечает.</translation>
    </message>
    <message>
        <source>No secure connection to %1: %2</source>
        <translation>Не удалось установить защищённое соединение с %1: %2</translation>
    </message>
    <message>
        <source>The answer of %1 is not metrics: %2</source>
        <extracomment>%2 is a content type or the beginning of the answer</extracomment>
        <translation>%1 отдаёт не метрики: %2</translation>
    </message>
    <message>
        <source>What listens on %1 does not speak ZeroMQ.</source>
        <translation>На %1 отвечают не по ZeroMQ.</translation>
    </message>
</context>
<context>
    <name>explain</name>
    <message>
        <source>at byte %1: %2</source>
        <extracomment>%1 is a number of bytes, %2 a clause without a full stop</extracomment>
        <translation>байт %1: %2</translation>
    </message>
    <message>
        <source>taken by: %1</source>
        <translation>принимает: %1</translation>
    </message>
    <message>
        <source>line %1, column %2: error: %3</source>
        <extracomment>a line of an exposition: %1 its number, %2 the column, %3 a clause without a full stop</extracomment>
        <translation>строка %1, столбец %2: ошибка: %3</translation>
    </message>
    <message>
        <source>line %1, column %2: warning: %3</source>
        <translation>строка %1, столбец %2: предупреждение: %3</translation>
    </message>
    <message>
        <source>%1 is larger than %2 bytes and was not read.</source>
        <translation>%1 больше %2 байт и не прочитан.</translation>
    </message>
</context>
<context>
    <name>expositiontext</name>
    <message>
        <source>the text begins with a byte order mark</source>
        <translation>текст начинается с метки порядка байтов</translation>
    </message>
    <message>
        <source>the line is too long</source>
        <translation>строка слишком длинная</translation>
    </message>
    <message>
        <source>no name of a metric stands here</source>
        <translation>здесь нет имени метрики</translation>
    </message>
    <message>
        <source>the labels are not written as name=&quot;value&quot;, with commas between</source>
        <translation>метки записаны не как имя=&quot;значение&quot; через запятую</translation>
    </message>
    <message>
        <source>no name of a label stands here</source>
        <translation>здесь нет имени метки</translation>
    </message>
    <message>
        <source>the value of a label has no closing quote</source>
        <translation>у значения метки нет закрывающей кавычки</translation>
    </message>
    <message>
        <source>a label stands there twice</source>
        <translation>метка указана дважды</translation>
    </message>
    <message>
        <source>the line has too many labels</source>
        <translation>в строке слишком много меток</translation>
    </message>
    <message>
        <source>the value is missing</source>
        <translation>нет значения</translation>
    </message>
    <message>
        <source>something follows where the line should end</source>
        <translation>после конца строки стоит что-то ещё</translation>
    </message>
    <message>
        <source>a HELP, TYPE or UNIT line says nothing of any metric</source>
        <translation>строка HELP, TYPE или UNIT не относится ни к одной метрике</translation>
    </message>
    <message>
        <source>there is no such type of metric</source>
        <translation>такого типа метрик нет</translation>
    </message>
    <message>
        <source>a bucket without a number as its label le</source>
        <translation>у корзины в метке le не число</translation>
    </message>
    <message>
        <source>a quantile without a number from 0 to 1 as its label</source>
        <translation>у квантиля в метке не число от 0 до 1</translation>
    </message>
    <message>
        <source>too many metrics, this one is left out</source>
        <translation>слишком много метрик, эта пропущена</translation>
    </message>
    <message>
        <source>too many series, this one is left out</source>
        <translation>слишком много рядов, этот пропущен</translation>
    </message>
    <message>
        <source>the last line does not end with a newline</source>
        <translation>последняя строка не оканчивается переводом строки</translation>
    </message>
    <message>
        <source>lines end with a carriage return; Prometheus refuses them</source>
        <translation>строки оканчиваются возвратом каретки; Prometheus их не принимает</translation>
    </message>
    <message>
        <source>the line is not in UTF-8</source>
        <translation>строка не в UTF-8</translation>
    </message>
    <message>
        <source>an unknown escape in the value of a label</source>
        <translation>неизвестная экранированная последовательность в значении метки</translation>
    </message>
    <message>
        <source>the time should be whole milliseconds</source>
        <translation>время должно быть целым числом миллисекунд</translation>
    </message>
    <message>
        <source>the metric was described before</source>
        <translation>метрика уже была описана</translation>
    </message>
    <message>
        <source>the type comes after the first sample</source>
        <translation>тип указан после первого замера</translation>
    </message>
    <message>
        <source>the series was there before; the last value counts</source>
        <translation>этот ряд уже был; считается последнее значение</translation>
    </message>
    <message>
        <source>the lines of a metric do not stand together</source>
        <translation>строки метрики стоят не вместе</translation>
    </message>
    <message>
        <source>the name does not end as names of its type do</source>
        <translation>имя оканчивается не так, как положено её типу</translation>
    </message>
    <message>
        <source>the name does not end with the unit</source>
        <translation>имя не оканчивается единицей</translation>
    </message>
    <message>
        <source>the histogram has no bucket +Inf</source>
        <translation>у гистограммы нет корзины +Inf</translation>
    </message>
    <message>
        <source>the bucket +Inf and the count of the histogram differ</source>
        <translation>корзина +Inf и количество у гистограммы расходятся</translation>
    </message>
    <message>
        <source>a bucket of the histogram holds less than the one below it</source>
        <translation>в корзине гистограммы меньше, чем в предыдущей</translation>
    </message>
    <message>
        <source>a counter is negative or not a number</source>
        <translation>счётчик отрицательный или не число</translation>
    </message>
    <message>
        <source>the exemplar is damaged; the value before it counts</source>
        <translation>запись exemplar повреждена; значение перед ней считается</translation>
    </message>
    <message>
        <source>an exemplar where none belongs</source>
        <translation>записи exemplar здесь не место</translation>
    </message>
    <message>
        <source>the labels of the exemplar are too long</source>
        <translation>метки записи exemplar слишком длинные</translation>
    </message>
    <message>
        <source># EOF is missing at the end</source>
        <translation>в конце нет # EOF</translation>
    </message>
    <message>
        <source>something follows # EOF</source>
        <translation>после # EOF стоит что-то ещё</translation>
    </message>
    <message>
        <source>it looks like an HTML page: check the path of the address</source>
        <translation>похоже на страницу HTML: проверьте путь в адресе</translation>
    </message>
    <message>
        <source>it looks like JSON: check the path of the address</source>
        <translation>похоже на JSON: проверьте путь в адресе</translation>
    </message>
    <message>
        <source>decimals are written with a point, not with a comma</source>
        <translation>дробная часть отделяется точкой, а не запятой</translation>
    </message>
    <message>
        <source>numbers are decimal, not hexadecimal</source>
        <translation>числа записываются в десятичном виде, а не в шестнадцатеричном</translation>
    </message>
    <message>
        <source>digits are not grouped</source>
        <translation>цифры не разделяются на группы</translation>
    </message>
    <message>
        <source>the number is too large</source>
        <translation>число слишком большое</translation>
    </message>
    <message>
        <source>a newline in the value of a label is written as \n</source>
        <translation>перевод строки в значении метки записывается как \n</translation>
    </message>
    <message>
        <source>the answer seems to be cut off</source>
        <translation>похоже, что ответ обрезан</translation>
    </message>
    <message>
        <source>it looks like OpenMetrics: the Content-Type should say so</source>
        <translation>похоже на OpenMetrics: об этом должен говорить Content-Type</translation>
    </message>
    <message>
        <source>the name of a counter ends with _total</source>
        <translation>имя счётчика оканчивается на _total</translation>
    </message>
    <message>
        <source>it looks like a line for statsd</source>
        <translation>похоже на строку statsd</translation>
    </message>
    <message>
        <source>this is not a metrics page, the rest is not read</source>
        <translation>это не страница метрик, дальше она не читается</translation>
    </message>
    <message>
        <source>the value is not a number</source>
        <translation>значение не является числом</translation>
    </message>
    <message>
        <source>the time is not a number</source>
        <translation>время не является числом</translation>
    </message>
    <message>
        <source>the text format has no exemplars</source>
        <translation>в текстовом формате не бывает записей exemplar</translation>
    </message>
    <message>
        <source>a space stands before a line; Prometheus refuses it</source>
        <translation>перед строкой стоит пробел; Prometheus её не принимает</translation>
    </message>
    <message>
        <source>OpenMetrics allows no empty lines</source>
        <translation>в OpenMetrics не бывает пустых строк</translation>
    </message>
    <message>
        <source>it is compressed with gzip, but nothing says so</source>
        <translation>текст сжат gzip, а об этом не сообщено</translation>
    </message>
    <message numerus="yes">
        <source>%n sample(s)</source>
        <translation>
            <numerusform>%n замер</numerusform>
            <numerusform>%n замера</numerusform>
            <numerusform>%n замеров</numerusform>
        </translation>
    </message>
    <message>
        <source>text format of Prometheus</source>
        <translation>текстовый формат Prometheus</translation>
    </message>
    <message numerus="yes">
        <source>%n family(s)</source>
        <translation>
            <numerusform>%n семейство</numerusform>
            <numerusform>%n семейства</numerusform>
            <numerusform>%n семейств</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n ошибка</numerusform>
            <numerusform>%n ошибки</numerusform>
            <numerusform>%n ошибок</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n предупреждение</numerusform>
            <numerusform>%n предупреждения</numerusform>
            <numerusform>%n предупреждений</numerusform>
        </translation>
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
    <name>metriscope::app::CheckCommand</name>
    <message>
        <source>%1: %2 in order, %3 warnings, %4 faults, %5 not checked</source>
        <extracomment>%1 is what was checked, such as &quot;django-prometheus&quot;</extracomment>
        <translation>%1: в порядке — %2, предупреждений — %3, ошибок — %4, не проверено — %5</translation>
    </message>
    <message>
        <source>--verbose also prints the settings that the application needs.</source>
        <translation>С --verbose выводятся и настройки, которые нужны приложению.</translation>
    </message>
</context>
<context>
    <name>metriscope::app::CloseGuard</name>
    <message>
        <source>Quit Metriscope</source>
        <translation>Выход из Metriscope</translation>
    </message>
    <message numerus="yes">
        <source>%n application(s) push their requests to the collector of Metriscope.</source>
        <translation>
            <numerusform>Сборщику Metriscope сообщает о запросах %n приложение.</numerusform>
            <numerusform>Сборщику Metriscope сообщают о запросах %n приложения.</numerusform>
            <numerusform>Сборщику Metriscope сообщают о запросах %n приложений.</numerusform>
        </translation>
    </message>
    <message>
        <source>When it ends, their requests are served as before, but what they push waits in their memory until a collector runs again, and is lost when they end before that.</source>
        <translation>Когда он остановится, запросы будут обслуживаться как прежде, но события останутся ждать в памяти приложений, пока сборщик не заработает снова, и пропадут, если приложения завершатся раньше.</translation>
    </message>
    <message>
        <source>&amp;Stay in the tray</source>
        <extracomment>the area of the desktop&apos;s panel where programs without a window show an icon</extracomment>
        <translation>&amp;Остаться в области уведомлений</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Выйти</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>&amp;Show Metriscope</source>
        <translation>&amp;Показать Metriscope</translation>
    </message>
    <message>
        <source>Metriscope collects in the background</source>
        <translation>Metriscope собирает данные в фоне</translation>
    </message>
    <message>
        <source>&amp;Minimize</source>
        <translation>&amp;Свернуть</translation>
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
    <message>
        <source>Nothing arrives?</source>
        <translation>Ничего не поступает?</translation>
    </message>
    <message>
        <source>Verify in the tool bar checks step by step where the metrics stop, and says what to do. The page Packets shows every line with its verdict, and Tools, Explain lines judges what you paste.</source>
        <translation>«Проверка связи» на панели инструментов шаг за шагом выясняет, где метрики теряются, и говорит, что делать. Страница «Пакеты» показывает каждую строку с вердиктом, а «Инструменты», «Разобрать строки» разбирает то, что вы вставите.</translation>
    </message>
    <message>
        <source>Do you measure otherwise?</source>
        <translation>Измеряете иначе?</translation>
    </message>
    <message>
        <source>On the page Collectors, add what shall be asked: gstats collectors, metrics pages of django-prometheus or another Prometheus client, pystatsd monitors. m3 applications register their URLs by themselves when they start; the page Contexts shows them.</source>
        <translation>Добавьте на странице «Сборщики» то, что нужно опрашивать: сборщики gstats, страницы метрик django-prometheus или другого клиента Prometheus, мониторы pystatsd. Приложения m3 при запуске сами регистрируют свои URL; их показывает страница «Контексты».</translation>
    </message>
    <message>
        <source>Go to the filter of the page</source>
        <translation>Перейти к фильтру страницы</translation>
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
    <message>
        <source>&amp;Verify…</source>
        <translation>&amp;Проверить связь…</translation>
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
    <message>
        <source>Verify…</source>
        <translation>Проверить…</translation>
    </message>
    <message>
        <source>Find out what is wrong, and what to do</source>
        <translation>Выяснить, что не так и что делать</translation>
    </message>
</context>
<context>
    <name>metriscope::app::Pages</name>
    <message>
        <source>This metric did not arrive at the program&apos;s own sockets.</source>
        <translation>Эта метрика не приходила на собственные сокеты программы.</translation>
    </message>
    <message>
        <source>Show the &amp;packets of this time</source>
        <translation>Показать &amp;пакеты за это время</translation>
    </message>
    <message>
        <source>There is nothing to chart yet: no poll has been answered.</source>
        <translation>Показывать на графике пока нечего: ответа ещё не было.</translation>
    </message>
    <message>
        <source>Put cursor &amp;A here</source>
        <translation>Поставить сюда метку &amp;A</translation>
    </message>
    <message>
        <source>Put cursor &amp;B here</source>
        <translation>Поставить сюда метку &amp;B</translation>
    </message>
    <message>
        <source>&amp;Remove the cursors</source>
        <translation>&amp;Убрать метки</translation>
    </message>
</context>
<context>
    <name>metriscope::app::SecretStore</name>
    <message>
        <source>it gave no answer</source>
        <translation>она не отвечает</translation>
    </message>
    <message>
        <source>there is none in it</source>
        <translation>в ней его нет</translation>
    </message>
    <message>
        <source>there is no keyring on this system</source>
        <translation>связки ключей в этой системе нет</translation>
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
    <message>
        <source>The collector will be started again; what it has counted stays.</source>
        <translation>Сборщик будет запущен заново; подсчитанное им сохранится.</translation>
    </message>
</context>
<context>
    <name>metriscope::app::Sniff</name>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>Не удаётся записать %1: %2</translation>
    </message>
    <message>
        <source>Capturing on %1.</source>
        <translation>Захват на %1.</translation>
    </message>
    <message>
        <source>Showing what arrives at %1.</source>
        <translation>Показано то, что приходит на %1.</translation>
    </message>
    <message>
        <source>Writing the output failed: %1</source>
        <translation>Не удалось записать вывод: %1</translation>
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
    <message>
        <source>capture off</source>
        <translation>захват выключен</translation>
    </message>
    <message>
        <source>own sockets watched</source>
        <translation>сокеты под наблюдением</translation>
    </message>
    <message>
        <source>capturing</source>
        <translation>идёт захват</translation>
    </message>
    <message>
        <source>capture failed</source>
        <translation>сбой захвата</translation>
    </message>
    <message>
        <source>Whether packets are watched. Opens the packets.</source>
        <translation>Идёт ли наблюдение за пакетами. Открывает пакеты.</translation>
    </message>
    <message>
        <source>Verify…</source>
        <extracomment>a button in the status bar</extracomment>
        <translation>Проверить…</translation>
    </message>
    <message>
        <source>Find out why metrics do not arrive. Opens the connectivity wizard.</source>
        <translation>Выяснить, почему метрики не приходят. Открывает проверку связи.</translation>
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
    <message>
        <source>&amp;Verify the connection…</source>
        <translation>&amp;Проверить связь…</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>Проверка связи</translation>
    </message>
    <message>
        <source>Finds out why metrics do not arrive, and what to do</source>
        <translation>Выясняет, почему не поступают метрики и что с этим делать</translation>
    </message>
    <message>
        <source>&amp;Explain lines…</source>
        <translation>&amp;Разобрать строки…</translation>
    </message>
    <message>
        <source>Pac&amp;kets</source>
        <translation>Па&amp;кеты</translation>
    </message>
    <message>
        <source>Conte&amp;xts</source>
        <translation>Конт&amp;ексты</translation>
    </message>
    <message>
        <source>Coll&amp;ectors</source>
        <translation>Сбор&amp;щики</translation>
    </message>
</context>
<context>
    <name>metriscope::ui::AddressPage</name>
    <message>
        <source>Addresses</source>
        <translation>Адреса</translation>
    </message>
    <message>
        <source>Enter what the application is told to use. What is left empty is checked at its usual address.</source>
        <translation>Введите то, что указано приложению. Для пустых полей берётся обычный адрес.</translation>
    </message>
    <message>
        <source>&amp;Detect</source>
        <translation>На&amp;йти</translation>
    </message>
    <message>
        <source>Looks at what listens on this machine and at the environment of its programs</source>
        <translation>Просматривает, кто принимает на этой машине, и окружение этих программ</translation>
    </message>
    <message>
        <source>Finds addresses in use on this machine.</source>
        <translation>Находит адреса, занятые на этой машине.</translation>
    </message>
    <message>
        <source>Nothing of this kind was found on this machine.</source>
        <translation>Ничего подобного на этой машине не нашлось.</translation>
    </message>
    <message numerus="yes">
        <source>%n address(es) found.</source>
        <translation>
            <numerusform>Найден %n адрес.</numerusform>
            <numerusform>Найдены %n адреса.</numerusform>
            <numerusform>Найдено %n адресов.</numerusform>
        </translation>
    </message>
    <message>
        <source> s</source>
        <translation> с</translation>
    </message>
    <message>
        <source>Click through your application while the checks wait: some faults show only in what it sends. 0 checks only what can be known at once.</source>
        <translation>Поработайте в приложении, пока идут проверки: некоторые неполадки видны только по тому, что оно отправляет. При 0 проверяется только то, что можно узнать сразу.</translation>
    </message>
    <message>
        <source>“%1” is not an address with a port, such as 127.0.0.1:8125.</source>
        <translation>«%1» — не адрес с портом, как 127.0.0.1:8125.</translation>
    </message>
    <message>
        <source>“%1” is not an address such as http://127.0.0.1:1942/register.</source>
        <translation>«%1» — не адрес вида http://127.0.0.1:1942/register.</translation>
    </message>
    <message>
        <source>“%1” is not a ZeroMQ address such as tcp://127.0.0.1:2345.</source>
        <translation>«%1» — не адрес ZeroMQ вида tcp://127.0.0.1:2345.</translation>
    </message>
    <message>
        <source>Wait for traff&amp;ic</source>
        <translation>Ждать данн&amp;ых</translation>
    </message>
</context>
<context>
    <name>metriscope::ui::ApplicationStrip</name>
    <message>
        <source>Its METRICS_PREFIX is not set: several sites could not be told apart.</source>
        <translation>METRICS_PREFIX у него не задан: несколько сайтов было бы не различить.</translation>
    </message>
    <message>
        <source>Version %1, region %2, client %3, product %4, instance %5</source>
        <extracomment>what an m3 application is called, part by part</extracomment>
        <translation>Версия %1, регион %2, клиент %3, продукт %4, экземпляр %5</translation>
    </message>
    <message>
        <source>Not registered: its URLs show as hashes until it starts again, or until they are pasted.</source>
        <translation>Не зарегистрировано: вместо URL видны хеши, пока оно не запустится снова или пока URL не вставлены.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln controller(s)</source>
        <translation>
            <numerusform>%Ln контроллер</numerusform>
            <numerusform>%Ln контроллера</numerusform>
            <numerusform>%Ln контроллеров</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln URL(s)</source>
        <translation>
            <numerusform>%Ln URL</numerusform>
            <numerusform>%Ln URL</numerusform>
            <numerusform>%Ln URL</numerusform>
        </translation>
    </message>
    <message>
        <source>Registered %1: %2; its version of m3-core registers no URLs</source>
        <extracomment>%1 is a time; %2 and %3 are counts with their words: &quot;2 controllers&quot;, &quot;4 URLs&quot;</extracomment>
        <translation>Регистрация %1: %2; эта версия m3-core не регистрирует URL</translation>
    </message>
    <message>
        <source>Registered %1: %2, %3</source>
        <translation>Регистрация %1: %2, %3</translation>
    </message>
    <message numerus="yes">
        <source>%Ln left out, too long</source>
        <translation>
            <numerusform>%Ln слишком длинный пропущен</numerusform>
            <numerusform>%Ln слишком длинных пропущены</numerusform>
            <numerusform>%Ln слишком длинных пропущено</numerusform>
        </translation>
    </message>
    <message>
        <source>Its METRICS_PREFIX has no dot at the end: the names of its metrics have single dots.</source>
        <translation>Его METRICS_PREFIX не оканчивается точкой: в именах метрик точки одиночные.</translation>
    </message>
    <message>
        <source>Its METRICS_PREFIX ends with a dot: the names of its metrics have a double dot, which is harmless here.</source>
        <translation>Его METRICS_PREFIX оканчивается точкой: в именах метрик двойная точка, здесь она не мешает.</translation>
    </message>
    <message>
        <source>Its METRICS_PREFIX is in use with a dot at the end and without: both are shown as one application.</source>
        <translation>Его METRICS_PREFIX встречается с точкой на конце и без неё: оба показаны как одно приложение.</translation>
    </message>
    <message>
        <source>The values have fractions, which this client does not write when it means microseconds.</source>
        <translation>Значения дробные: этот клиент так не пишет, когда имеет в виду микросекунды.</translation>
    </message>
    <message>
        <source>The values are whole numbers, which this client writes when it means microseconds.</source>
        <translation>Значения целые: этот клиент так пишет, когда имеет в виду микросекунды.</translation>
    </message>
    <message>
        <source>Its &amp;timers are read as</source>
        <extracomment>before a list of units</extracomment>
        <translation>Его &amp;таймеры читаются как</translation>
    </message>
    <message>
        <source>Unit of the timers</source>
        <translation>Единица таймеров</translation>
    </message>
    <message>
        <source>No metrics of it have come yet.</source>
        <translation>Метрик от него ещё не было.</translation>
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
        <source>Name of the board</source>
        <translation>Название панели</translation>
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
        <source>Title of the chart, empty to make it from the metrics</source>
        <translation>Название графика; пустое составляется из имён метрик</translation>
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
    <message>
        <source>Empty board</source>
        <translation>Пустая панель</translation>
    </message>
    <message>
        <source>No ready board fits what was measured so far</source>
        <translation>Ни одна готовая панель не подходит к уже измеренному</translation>
    </message>
    <message>
        <source>Verify the connection…</source>
        <translation>Проверить связь…</translation>
    </message>
</context>
<context>
    <name>metriscope::ui::CaptureBar</name>
    <message>
        <source>S&amp;top capturing</source>
        <translation>Остановить &amp;захват</translation>
    </message>
    <message>
        <source>&amp;Capture</source>
        <translation>&amp;Захватывать</translation>
    </message>
    <message>
        <source>%1: all interfaces</source>
        <extracomment>%1 is the name under which the system knows &quot;all network interfaces&quot;</extracomment>
        <translation>%1: все интерфейсы</translation>
    </message>
    <message>
        <source>&amp;Own sockets</source>
        <translation>Собственные со&amp;кеты</translation>
    </message>
    <message>
        <source>Shows what the program&apos;s own sockets receive; needs no rights</source>
        <translation>Показывает, что получают собственные сокеты программы; прав не требует</translation>
    </message>
    <message>
        <source>Shows what passes a network interface, whoever it is for</source>
        <translation>Показывает всё, что проходит через сетевой интерфейс, кому бы оно ни предназначалось</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Где</translation>
    </message>
    <message>
        <source>F&amp;ilter</source>
        <translation>Фи&amp;льтр</translation>
    </message>
    <message>
        <source>Usual filters</source>
        <translation>Обычные фильтры</translation>
    </message>
    <message>
        <source>Network interface</source>
        <translation>Сетевой интерфейс</translation>
    </message>
    <message>
        <source>everything</source>
        <translation>всё</translation>
    </message>
    <message>
        <source>Which packets are captured, as tcpdump and ngrep take it</source>
        <translation>Какие пакеты захватывать; записывается как для tcpdump и ngrep</translation>
    </message>
    <message>
        <source>Capture filter</source>
        <translation>Фильтр захвата</translation>
    </message>
    <message>
        <source>Own</source>
        <extracomment>a filter that the reader typed, none of the usual ones</extracomment>
        <translation>Свой</translation>
    </message>
    <message>
        <source>statsd, 8125/udp</source>
        <translation>statsd, 8125/udp</translation>
    </message>
    <message>
        <source>Contexts, 1942/tcp</source>
        <translation>Контексты, 1942/tcp</translation>
    </message>
    <message>
        <source>Graphite, 2003/tcp</source>
        <translation>Graphite, 2003/tcp</translation>
    </message>
    <message>
        <source>All three</source>
        <translation>Все три</translation>
    </message>
    <message>
        <source>P&amp;reset</source>
        <translation>Ша&amp;блон</translation>
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
    <name>metriscope::ui::CheckCard</name>
    <message>
        <source>%1: %2</source>
        <extracomment>a check to a screen reader: %1 is its title, %2 its verdict</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Nothing to tell yet.</source>
        <translation>Пока сказать нечего.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Копировать</translation>
    </message>
    <message>
        <source>Copy the remedy</source>
        <extracomment>what to do about a fault</extracomment>
        <translation>Копировать совет</translation>
    </message>
</context>
<context>
    <name>metriscope::ui::ChecklistPage</name>
    <message>
        <source>Checking…</source>
        <translation>Идёт проверка…</translation>
    </message>
    <message>
        <source>Watching: the checks are repeated until all is in order.</source>
        <translation>Наблюдение: проверки повторяются, пока всё не будет в порядке.</translation>
    </message>
    <message>
        <source>All is in order.</source>
        <translation>Всё в порядке.</translation>
    </message>
    <message numerus="yes">
        <source>%n in order</source>
        <comment>checks</comment>
        <translation>
            <numerusform>%n в порядке</numerusform>
            <numerusform>%n в порядке</numerusform>
            <numerusform>%n в порядке</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n предупреждение</numerusform>
            <numerusform>%n предупреждения</numerusform>
            <numerusform>%n предупреждений</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fault(s)</source>
        <translation>
            <numerusform>%n ошибка</numerusform>
            <numerusform>%n ошибки</numerusform>
            <numerusform>%n ошибок</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not checked</source>
        <comment>checks</comment>
        <translation>
            <numerusform>%n не проверена</numerusform>
            <numerusform>%n не проверены</numerusform>
            <numerusform>%n не проверено</numerusform>
        </translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>Проверки</translation>
    </message>
    <message>
        <source>Each check says what it found and, where something is wrong, what to do.</source>
        <translation>Каждая проверка говорит, что обнаружено и, если что-то не так, что делать.</translation>
    </message>
    <message>
        <source>Progress of the checks</source>
        <translation>Ход проверки</translation>
    </message>
    <message>
        <source>&amp;Run again</source>
        <translation>&amp;Проверить снова</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Остановить</translation>
    </message>
    <message>
        <source>Keep &amp;watching</source>
        <translation>С&amp;ледить</translation>
    </message>
    <message>
        <source>Repeats the checks until all is in order: fix a fault and see it turn green</source>
        <translation>Повторяет проверки, пока всё не будет в порядке: исправьте ошибку и увидите, как она станет зелёной</translation>
    </message>
</context>
<context>
    <name>metriscope::ui::CollectorForm</name>
    <message>
        <source>gstats collector</source>
        <extracomment>a program that gathers requests of applications: a page of settings</extracomment>
        <translation>Сборщик gstats</translation>
    </message>
    <message>
        <source>“%1” is not an address with a port, such as tcp://127.0.0.1:2345.</source>
        <translation>«%1» — не адрес с портом, как tcp://127.0.0.1:2345.</translation>
    </message>
    <message>
        <source>The two addresses must differ.</source>
        <translation>Адреса должны различаться.</translation>
    </message>
    <message>
        <source>Other machines can reach %1: anybody there can push requests or forget them.</source>
        <translation>Адрес %1 доступен с других машин: сообщать о запросах и обнулять их сможет любой.</translation>
    </message>
    <message>
        <source>&amp;Collect when Metriscope starts</source>
        <translation>&amp;Собирать сразу после запуска Metriscope</translation>
    </message>
    <message>
        <source>Applications &amp;push to</source>
        <translation>&amp;Приложения сообщают на</translation>
    </message>
    <message>
        <source>The address in the hooks of gunicorn.conf.py. A gstats-collectd has it, too: only one of the two can run.</source>
        <translation>Адрес из обработчиков в gunicorn.conf.py. Такой же у gstats-collectd: работать может только один из них.</translation>
    </message>
    <message>
        <source>A&amp;nswers on</source>
        <translation>&amp;Отвечать на</translation>
    </message>
    <message>
        <source>Where gstatsctl, the munin plug-ins and the status page ask.</source>
        <translation>Сюда обращаются gstatsctl, модули munin и страница состояния.</translation>
    </message>
    <message>
        <source>gstatsctl &amp;quit may stop the collector</source>
        <translation>gstatsctl &amp;quit может остановить сборщик</translation>
    </message>
    <message>
        <source>Otherwise QUIT is answered with ERROR and nothing ends.</source>
        <translation>Иначе на QUIT отвечается ERROR и ничего не завершается.</translation>
    </message>
    <message>
        <source>For it a request that took less than a millisecond is one more that started, and never ends. Only for comparing figures with it.</source>
        <translation>Для него запрос короче миллисекунды — ещё один начатый, который никогда не завершается. Нужно только для сравнения чисел с ним.</translation>
    </message>
    <message>
        <source>C&amp;ount as gstats-collectd does</source>
        <translation>Считать &amp;как gstats-collectd</translation>
    </message>
</context>
<context>
    <name>metriscope::ui::CollectorModel</name>
    <message>
        <source>Disabled: not polled.</source>
        <translation>Выключен: не опрашивается.</translation>
    </message>
    <message>
        <source>Kind</source>
        <extracomment>of a source</extracomment>
        <translation>Вид</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Адрес</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>Last poll</source>
        <extracomment>a time of the day</extracomment>
        <translation>Опрос</translation>
    </message>
    <message>
        <source>Took</source>
        <extracomment>how long the last poll took</extracomment>
        <translation>Длился</translation>
    </message>
    <message>
        <source>Applications</source>
        <extracomment>how many a source knows of</extracomment>
        <translation>Приложения</translation>
    </message>
    <message>
        <source>Message</source>
        <extracomment>what is wrong with a source</extracomment>
        <translation>Сообщение</translation>
    </message>
</context>
<context>
    <name>metriscope::ui::CollectorsPane</name>
    <message>
        <source>%1 is not polled any more.</source>
        <extracomment>%1 is an address</extracomment>
        <translation>%1 больше не опрашивается.</translation>
    </message>
    <message>
        <source>Disable</source>
        <translation>Выключить</translation>
    </message>
    <message>
        <source>Enable</source>
        <translation>Включить</translation>
    </message>
    <message>
        <source>Named on the command line: polled until Metriscope ends, and not kept.</source>
        <translation>Указан в командной строке: опрашивается, пока работает Metriscope, и не сохраняется.</translation>
    </message>
    <message>
        <source>&amp;Add…</source>
        <translation>&amp;Добавить…</translation>
    </message>
    <message>
        <source>Poll another target</source>
        <translation>Опрашивать ещё одну цель</translation>
    </message>
    <message>
        <source>&amp;Edit…</source>
        <translation>Из&amp;менить…</translation>
    </message>
    <message>
        <source>Change what is polled and how; for what listens, open its settings</source>
        <translation>Изменить, что и как опрашивать; для принимающих — открыть настройки</translation>
    </message>
    <message>
        <source>Begin or stop polling it</source>
        <translation>Начать или прекратить опрос</translation>
    </message>
    <message>
        <source>&amp;Poll now</source>
        <translation>&amp;Опросить</translation>
    </message>
    <message>
        <source>Ask at once, whatever the interval</source>
        <translation>Спросить сейчас, не дожидаясь срока</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Удалить</translation>
    </message>
    <message>
        <source>Stop polling it and forget it; what it measured stays</source>
        <translation>Прекратить опрос и забыть источник; измеренное останется</translation>
    </message>
    <message>
        <source>&amp;Chart</source>
        <extracomment>a verb: draw charts of what the source tells about itself</extracomment>
        <translation>&amp;График</translation>
    </message>
    <message>
        <source>Draw flush duration, discarded lines and errors of publishing</source>
        <translation>Вывести время сброса, отброшенные строки и ошибки публикации</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Отменить</translation>
    </message>
    <message>
        <source>What can be done with a source</source>
        <translation>Что можно сделать с источником</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Источники</translation>
    </message>
    <message>
        <source>What is known of the source</source>
        <translation>Что известно об источнике</translation>
    </message>
    <message>
        <source>Nothing is polled yet</source>
        <translation>Пока ничего не опрашивается</translation>
    </message>
    <message>
        <source>Metriscope can ask gstats collectors, the metrics pages of applications with django-prometheus or any other Prometheus client, and pystatsd servers.</source>
        <translation>Metriscope умеет опрашивать сборщики gstats, страницы метрик приложений с django-prometheus или любым другим клиентом Prometheus и серверы pystatsd.</translation>
    </message>
    <message>
        <source>Add a source…</source>
        <translation>Добавить источник…</translation>
    </message>
    <message>
        <source>Verify a connection…</source>
        <translation>Проверить связь…</translation>
    </message>
</context>
<context>
    <name>metriscope::ui::ConnectivityWizard</name>
    <message>
        <source>Verify the connection</source>
        <translation>Проверка связи</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Назад</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>&amp;Далее</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>&amp;Finish</source>
        <translation>&amp;Готово</translation>
    </message>
</context>
<context>
    <name>metriscope::ui::ContextModel</name>
    <message>
        <source>(no prefix)</source>
        <extracomment>an application whose metrics have names without a prefix</extracomment>
        <translation>(без префикса)</translation>
    </message>
    <message>
        <source>(other URLs)</source>
        <extracomment>a row for URLs that belong to none of the controllers</extracomment>
        <translation>(прочие URL)</translation>
    </message>
    <message>
        <source>(all URLs)</source>
        <extracomment>a row for requests whose names do not tell the URL</extracomment>
        <translation>(все URL)</translation>
    </message>
    <message>
        <source>%1 (not registered)</source>
        <extracomment>%1 is a hash that stands for a URL which the application did not tell</extracomment>
        <translation>%1 (не зарегистрирован)</translation>
    </message>
    <message>
        <source>%1 %</source>
        <extracomment>a percentage</extracomment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Of the time that all requests of the application took</source>
        <translation>От времени, которое заняли все запросы приложения</translation>
    </message>
    <message>
        <source>md5 of the URL, as it stands in the names of metrics</source>
        <translation>md5 этого URL, как в именах метрик</translation>
    </message>
    <message>
        <source>Application, controller, URL</source>
        <translation>Приложение, контроллер, URL</translation>
    </message>
    <message>
        <source>Method</source>
        <extracomment>of an HTTP request, such as GET</extracomment>
        <translation>Метод</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Запросы</translation>
    </message>
    <message>
        <source>Mean</source>
        <extracomment>average latency</extracomment>
        <translation>Среднее</translation>
    </message>
    <message>
        <source>p95</source>
        <translation>p95</translation>
    </message>
    <message>
        <source>Share of time</source>
        <translation>Доля времени</translation>
    </message>
    <message>
        <source>Hash</source>
        <translation>Хеш</translation>
    </message>
</context>
<context>
    <name>metriscope::ui::ContextText</name>
    <message>
        <source>it cannot be read</source>
        <translation>он не читается</translation>
    </message>
    <message>
        <source>there is too much of it</source>
        <translation>он слишком велик</translation>
    </message>
    <message>
        <source>its format is unknown</source>
        <translation>его формат неизвестен</translation>
    </message>
    <message>
        <source>a field is missing</source>
        <translation>не хватает поля</translation>
    </message>
    <message>
        <source>a value has the wrong type</source>
        <translation>у значения неподходящий тип</translation>
    </message>
    <message>
        <source>a field is unknown</source>
        <translation>неизвестное поле</translation>
    </message>
    <message>
        <source>the id must be made of a-z, 0-9, - and _</source>
        <translation>id может состоять из a-z, 0-9, - и _</translation>
    </message>
    <message>
        <source>the role is unknown</source>
        <translation>неизвестная роль</translation>
    </message>
    <message>
        <source>the kind of metric is unknown</source>
        <translation>неизвестный вид метрики</translation>
    </message>
    <message>
        <source>the unit is unknown</source>
        <translation>неизвестная единица</translation>
    </message>
    <message>
        <source>this kind of metric cannot have this role</source>
        <translation>этот вид метрики не подходит для этой роли</translation>
    </message>
    <message>
        <source>the pattern is wrong</source>
        <translation>неверный образец</translation>
    </message>
    <message>
        <source>something is wrong in it</source>
        <translation>в нём что-то неверно</translation>
    </message>
    <message>
        <source>The file of registered contexts was damaged. What could be read of it is in use; the damaged file was kept as %1.</source>
        <translation>Файл зарегистрированных контекстов был повреждён. Действует то, что удалось прочесть; повреждённый файл сохранён как %1.</translation>
    </message>
    <message>
        <source>%1 was written by a newer version of Metriscope. Registered contexts will not be saved.</source>
        <translation>%1 записан более новой версией Metriscope. Зарегистрированные контексты не будут сохраняться.</translation>
    </message>
    <message>
        <source>%1 could not be read. Registered contexts will not be saved.</source>
        <translation>Не удалось прочесть %1. Зарегистрированные контексты не будут сохраняться.</translation>
    </message>
    <message>
        <source>Registered contexts could not be saved to %1.</source>
        <translation>Не удалось сохранить зарегистрированные контексты в %1.</translation>
    </message>
    <message>
        <source>The preset %1 is left out: %2.</source>
        <extracomment>%1 is a file, %2 a clause that says what is wrong</extracomment>
        <translation>Шаблон %1 пропущен: %2.</translation>
    </message>
    <message>
        <source>The preset %1 is left out: %2 (%3).</source>
        <extracomment>%1 is a file, %2 a clause that says what is wrong, %3 the place in the file</extracomment>
        <translation>Шаблон %1 пропущен: %2 (%3).</translation>
    </message>
    <message>
        <source>it is not JSON</source>
        <translation>это не JSON</translation>
    </message>
</context>
<context>
    <name>metriscope::ui::ContextsForm</name>
    <message>
        <source>Contexts</source>
        <translation>Контексты</translation>
    </message>
    <message>
        <source>“%1” is not an address with a port, such as 127.0.0.1:1942 or [::1]:1942.</source>
        <translation>«%1» — не адрес с портом, как 127.0.0.1:1942 или [::1]:1942.</translation>
    </message>
    <message>
        <source>Other machines can reach %1: anybody there can register URLs.</source>
        <translation>Адрес %1 доступен с других машин: регистрировать URL сможет любой.</translation>
    </message>
    <message>
        <source>m3 applications send their controllers and URLs once, when they start, to http://%1/register. With them the names of metrics become readable.</source>
        <extracomment>%1 is an address with a port</extracomment>
        <translation>Приложения m3 один раз, при запуске, отправляют свои контроллеры и URL на http://%1/register. С ними имена метрик становятся понятными.</translation>
    </message>
    <message>
        <source>&amp;Take registrations when Metriscope starts</source>
        <translation>&amp;Принимать регистрации сразу после запуска Metriscope</translation>
    </message>
    <message>
        <source>Add&amp;ress</source>
        <translation>&amp;Адрес</translation>
    </message>
    <message>
        <source>Address on which applications register</source>
        <translation>Адрес, на котором регистрируются приложения</translation>
    </message>
</context>
<context>
    <name>metriscope::ui::ContextsPane</name>
    <message>
        <source>Nothing matches the filter.</source>
        <translation>Под фильтр ничего не подходит.</translation>
    </message>
    <message>
        <source>Requests and latency of %1</source>
        <extracomment>%1 is a range of time</extracomment>
        <translation>Запросы и задержка: %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln metric(s) of further requests left out</source>
        <translation>
            <numerusform>%Ln метрика других запросов опущена</numerusform>
            <numerusform>%Ln метрики других запросов опущены</numerusform>
            <numerusform>%Ln метрик других запросов опущено</numerusform>
        </translation>
    </message>
    <message>
        <source>further registered URLs show with their first request</source>
        <translation>остальные зарегистрированные URL появятся с первым запросом к ним</translation>
    </message>
    <message numerus="yes">
        <source>%Ln old registration(s) forgotten to make room</source>
        <translation>
            <numerusform>%Ln старая регистрация забыта, чтобы освободить место</numerusform>
            <numerusform>%Ln старые регистрации забыты, чтобы освободить место</numerusform>
            <numerusform>%Ln старых регистраций забыто, чтобы освободить место</numerusform>
        </translation>
    </message>
    <message>
        <source>Filter by words of an application, a URL or a hash</source>
        <translation>Фильтр по словам из приложения, URL или хеша</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Фильтр</translation>
    </message>
    <message>
        <source>With &amp;requests only</source>
        <translation>Только с &amp;запросами</translation>
    </message>
    <message>
        <source>&amp;Paste URLs…</source>
        <translation>Вставить &amp;URL…</translation>
    </message>
    <message>
        <source>For applications that did not register: Metriscope works out the md5 of each URL</source>
        <translation>Для приложений, которые не зарегистрировались: Metriscope вычислит md5 каждого URL</translation>
    </message>
    <message>
        <source>Applications, controllers and URLs</source>
        <translation>Приложения, контроллеры и URL</translation>
    </message>
    <message>
        <source>Chart the &amp;latency</source>
        <translation>Показать график &amp;задержки</translation>
    </message>
    <message>
        <source>Chart the re&amp;quests</source>
        <translation>Показать график за&amp;просов</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Копировать</translation>
    </message>
    <message>
        <source>Copy the &amp;whole list</source>
        <translation>Копировать &amp;весь список</translation>
    </message>
    <message>
        <source>&amp;Expand all</source>
        <translation>&amp;Развернуть всё</translation>
    </message>
    <message>
        <source>C&amp;ollapse all</source>
        <translation>&amp;Свернуть всё</translation>
    </message>
    <message>
        <source>&amp;Forget the pasted URLs</source>
        <translation>За&amp;быть вставленные URL</translation>
    </message>
    <message>
        <source>Registrations are not taken</source>
        <translation>Регистрации не принимаются</translation>
    </message>
    <message>
        <source>m3 applications register their URLs once, when they start. Metriscope does not listen for that at the moment.</source>
        <translation>Приложения m3 регистрируют свои URL один раз, при запуске. Сейчас Metriscope их не принимает.</translation>
    </message>
    <message>
        <source>Open the settings</source>
        <translation>Открыть настройки</translation>
    </message>
    <message>
        <source>Paste URLs…</source>
        <translation>Вставить URL…</translation>
    </message>
    <message>
        <source>No m3 application yet</source>
        <translation>Пока нет ни одного приложения m3</translation>
    </message>
    <message>
        <source>An m3 application registers its URLs once, when it starts, at http://%1/register. (Re)start it, and it appears here with its requests. Or look around with the demo.</source>
        <extracomment>%1 is an address with a port</extracomment>
        <translation>Приложение m3 регистрирует свои URL один раз, при запуске, на http://%1/register. Запустите или перезапустите его, и оно появится здесь со своими запросами. Или осмотритесь с помощью демонстрации.</translation>
    </message>
    <message>
        <source>Start the demo</source>
        <translation>Запустить демонстрацию</translation>
    </message>
    <message>
        <source>Verify the connection…</source>
        <translation>Проверить связь…</translation>
    </message>
</context>
<context>
    <name>metriscope::ui::DetailModel</name>
    <message>
        <source>What</source>
        <extracomment>something that is known of a source</extracomment>
        <translation>Что</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Значение</translation>
    </message>
    <message>
        <source>What it means</source>
        <translation>Что это значит</translation>
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
    <message>
        <source>Verify the connection</source>
        <translation>Проверить связь</translation>
    </message>
    <message>
        <source>A pystatsd says how it is doing</source>
        <translation>pystatsd сообщает о своей работе</translation>
    </message>
    <message>
        <source>It tells nothing of requests, latency or users, so there is no application to show. Flush duration, discarded lines and errors of publishing have charts of their own.</source>
        <translation>О запросах, задержке и пользователях он не сообщает, поэтому приложения здесь нет. Для времени сброса, отброшенных строк и ошибок публикации есть отдельные графики.</translation>
    </message>
    <message>
        <source>Chart the pystatsd</source>
        <translation>Графики pystatsd</translation>
    </message>
</context>
<context>
    <name>metriscope::ui::ExplainDialog</name>
    <message>
        <source>%1 cannot be read: %2</source>
        <extracomment>%1 is a file, %2 a message of the system</extracomment>
        <translation>Не удаётся прочесть %1: %2</translation>
    </message>
    <message>
        <source>Explain lines</source>
        <translation>Разбор строк</translation>
    </message>
    <message>
        <source>&amp;Dialect</source>
        <translation>&amp;Диалект</translation>
    </message>
    <message>
        <source>Whose grammar the lines are read by</source>
        <translation>По чьей грамматике читать строки</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>&amp;Открыть…</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Закрыть</translation>
    </message>
    <message>
        <source>Verdicts</source>
        <translation>Вердикты</translation>
    </message>
    <message>
        <source>About the selected line</source>
        <translation>О выбранной строке</translation>
    </message>
    <message>
        <source>Open a file with statsd lines or metrics</source>
        <translation>Открытие файла со строками statsd или метриками</translation>
    </message>
    <message>
        <source>&amp;Lines as the application sends them, or metrics as it serves them</source>
        <translation>&amp;Строки, как их отправляет приложение, или метрики, как оно их отдаёт</translation>
    </message>
    <message>
        <source>Text to explain</source>
        <translation>Текст для разбора</translation>
    </message>
    <message>
        <source>&amp;Read as</source>
        <translation>&amp;Читать как</translation>
    </message>
    <message>
        <source>Detect</source>
        <extracomment>what a pasted text is read as: found out from the text</extracomment>
        <translation>Определить</translation>
    </message>
    <message>
        <source>statsd lines</source>
        <translation>строки statsd</translation>
    </message>
    <message>
        <source>text format of Prometheus</source>
        <translation>текстовый формат Prometheus</translation>
    </message>
</context>
<context>
    <name>metriscope::ui::ExplainModel</name>
    <message>
        <source>Byte %1: %2</source>
        <extracomment>%1 is a position, counted from 0; %2 says what is wrong there</extracomment>
        <translation>Байт %1: %2</translation>
    </message>
    <message>
        <source>No dialect takes this line.</source>
        <translation>Этой строки не принимает ни один диалект.</translation>
    </message>
    <message>
        <source>Taken by: %1</source>
        <translation>Принимает: %1</translation>
    </message>
    <message>
        <source>No.</source>
        <extracomment>column: number of the line</extracomment>
        <translation>№</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Вердикт</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Строка</translation>
    </message>
    <message>
        <source>Reading or reason</source>
        <extracomment>column: how a line is read, or why it is not</extracomment>
        <translation>Прочтение или причина</translation>
    </message>
    <message>
        <source>Taken by</source>
        <extracomment>column: the dialects that take a line</extracomment>
        <translation>Принимают</translation>
    </message>
    <message numerus="yes">
        <source>%n accepted</source>
        <comment>lines</comment>
        <translation>
            <numerusform>%n принята</numerusform>
            <numerusform>%n приняты</numerusform>
            <numerusform>%n принято</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with a warning</source>
        <comment>lines</comment>
        <translation>
            <numerusform>%n с предупреждением</numerusform>
            <numerusform>%n с предупреждением</numerusform>
            <numerusform>%n с предупреждением</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rejected</source>
        <comment>lines</comment>
        <translation>
            <numerusform>%n отклонена</numerusform>
            <numerusform>%n отклонены</numerusform>
            <numerusform>%n отклонено</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n too many</source>
        <comment>lines</comment>
        <translation>
            <numerusform>%n лишняя</numerusform>
            <numerusform>%n лишние</numerusform>
            <numerusform>%n лишних</numerusform>
        </translation>
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
        <source>&amp;Format</source>
        <translation>&amp;Формат</translation>
    </message>
    <message>
        <source>&amp;Size</source>
        <translation>&amp;Размер</translation>
    </message>
    <message>
        <source>S&amp;cale</source>
        <translation>&amp;Масштаб</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Тема</translation>
    </message>
    <message>
        <source>&amp;Range</source>
        <translation>&amp;Промежуток</translation>
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
    <name>metriscope::ui::ExpositionModel</name>
    <message>
        <source>Line %1, column %2: %3</source>
        <extracomment>a place in a text: %1 the line, %2 the column, both counted from 1; %3 says what is wrong there</extracomment>
        <translation>Строка %1, столбец %2: %3</translation>
    </message>
    <message>
        <source>No.</source>
        <extracomment>column: number of the line</extracomment>
        <translation>№</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Вердикт</translation>
    </message>
    <message>
        <source>Line or metric</source>
        <extracomment>column: a line that is wrong, or the name of a metric</extracomment>
        <translation>Строка или метрика</translation>
    </message>
    <message>
        <source>Reading or reason</source>
        <extracomment>column: what a metric is, or why a line is wrong</extracomment>
        <translation>Прочтение или причина</translation>
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
    <name>metriscope::ui::FollowDialog</name>
    <message>
        <source>Save the conversation</source>
        <translation>Сохранение обмена</translation>
    </message>
    <message>
        <source>It could not be saved: %1</source>
        <translation>Сохранить не удалось: %1</translation>
    </message>
    <message>
        <source>Both sides</source>
        <translation>Обе стороны</translation>
    </message>
    <message>
        <source>What %1 sends to %2</source>
        <extracomment>%1 and %2 are addresses</extracomment>
        <translation>Что %1 отправляет %2</translation>
    </message>
    <message>
        <source>Which side is shown</source>
        <translation>Какую сторону показывать</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Обмен</translation>
    </message>
    <message>
        <source>The conversation is longer: its beginning is shown.</source>
        <translation>Обмен длиннее: показано его начало.</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Копировать</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>&amp;Сохранить…</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>&amp;Закрыть</translation>
    </message>
    <message>
        <source>Conversation between %1 and %2</source>
        <translation>Обмен %1 и %2</translation>
    </message>
    <message numerus="yes">
        <source>[%Ln byte(s) were not captured]</source>
        <translation>
            <numerusform>[%Ln байт не был захвачен]</numerusform>
            <numerusform>[%Ln байта не были захвачены]</numerusform>
            <numerusform>[%Ln байт не были захвачены]</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>metriscope::ui::GstatsActions</name>
    <message>
        <source>Reset</source>
        <translation>Обнуление</translation>
    </message>
    <message>
        <source>Shall the collector at %1 forget what it counted?</source>
        <extracomment>%1 is an address</extracomment>
        <translation>Обнулить всё, что подсчитал сборщик на %1?</translation>
    </message>
    <message>
        <source>All its counters and times are gone, of every application and for everybody who asks it, munin included. What Metriscope has drawn stays.</source>
        <translation>Пропадут все его счётчики и времена — всех приложений и для всех, кто его спрашивает, в том числе для munin. То, что Metriscope уже нарисовал, останется.</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Завершение</translation>
    </message>
    <message>
        <source>Shall Metriscope stop collecting at %1?</source>
        <extracomment>%1 is an address</extracomment>
        <translation>Прекратить сбор на %1?</translation>
    </message>
    <message>
        <source>Shall the collector at %1 end?</source>
        <translation>Завершить сборщик на %1?</translation>
    </message>
    <message>
        <source>Its process ends and Metriscope cannot start it again.</source>
        <translation>Его процесс завершится, и запустить его снова Metriscope не сможет.</translation>
    </message>
    <message>
        <source>Applications keep in memory what they push until a collector runs again, and lose it when they end before that.</source>
        <translation>События останутся ждать в памяти приложений, пока сборщик не заработает снова, и пропадут, если приложения завершатся раньше.</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Обнулить</translation>
    </message>
    <message>
        <source>Stop collecting</source>
        <translation>Прекратить сбор</translation>
    </message>
    <message>
        <source>End it</source>
        <translation>Завершить</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>The collector did not do it</source>
        <translation>Сборщик этого не сделал</translation>
    </message>
    <message>
        <source>Re&amp;set…</source>
        <translation>О&amp;бнулить…</translation>
    </message>
    <message>
        <source>Let the collector forget what it counted</source>
        <translation>Обнулить всё, что подсчитал сборщик</translation>
    </message>
    <message>
        <source>&amp;Quit…</source>
        <translation>&amp;Завершить…</translation>
    </message>
    <message>
        <source>Let the collector end</source>
        <translation>Завершить работу сборщика</translation>
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
        <source>%1 answers</source>
        <extracomment>%1 is the address of what is polled</extracomment>
        <translation>%1 отвечает</translation>
    </message>
    <message>
        <source>Stopped polling</source>
        <translation>Опрос остановлен</translation>
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
        <translation>критическое состояние</translation>
    </message>
    <message>
        <source>unknown</source>
        <extracomment>status of a service check</extracomment>
        <translation>состояние неизвестно</translation>
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
    <message numerus="yes">
        <source>%Ln metric(s) of further applications have no signals: the largest number of applications is reached</source>
        <translation>
            <numerusform>%Ln метрика других приложений осталась без сигналов: достигнуто наибольшее число приложений</numerusform>
            <numerusform>%Ln метрики других приложений остались без сигналов: достигнуто наибольшее число приложений</numerusform>
            <numerusform>%Ln метрик других приложений остались без сигналов: достигнуто наибольшее число приложений</numerusform>
        </translation>
    </message>
    <message>
        <source>Contexts registered: %1, %2</source>
        <extracomment>an application told its URLs; %1 and %2 are counts with their words: &quot;2 controllers&quot;, &quot;4 URLs&quot;</extracomment>
        <translation>Зарегистрированы контексты: %1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln controller(s)</source>
        <translation>
            <numerusform>%Ln контроллер</numerusform>
            <numerusform>%Ln контроллера</numerusform>
            <numerusform>%Ln контроллеров</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln URL(s)</source>
        <translation>
            <numerusform>%Ln URL</numerusform>
            <numerusform>%Ln URL</numerusform>
            <numerusform>%Ln URL</numerusform>
        </translation>
    </message>
    <message>
        <source>A registration from %1 could not be read: %2</source>
        <extracomment>%1 is an address, %2 a reason as the sender got it, in JSON</extracomment>
        <translation>Не удалось прочесть регистрацию от %1: %2</translation>
    </message>
    <message>
        <source>The keyring of the system did not take the secret for %1. It is used until Metriscope ends, then it must be entered again.</source>
        <extracomment>%1 is an address with a reason in parentheses</extracomment>
        <translation>Связка ключей системы не приняла секрет для %1. Он действует до завершения Metriscope, потом его нужно будет ввести снова.</translation>
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
    <name>metriscope::ui::KindPage</name>
    <message>
        <source>What shall be verified?</source>
        <translation>Что проверить?</translation>
    </message>
    <message>
        <source>Choose what your application reports its metrics with. The checks only look: they change nothing, here or there.</source>
        <translation>Выберите, чем ваше приложение сообщает метрики. Проверки только смотрят: они ничего не меняют ни здесь, ни там.</translation>
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
    <message>
        <source>Show its packets</source>
        <translation>Показать её пакеты</translation>
    </message>
    <message>
        <source>Verify the connection…</source>
        <translation>Проверить связь…</translation>
    </message>
</context>
<context>
    <name>metriscope::ui::NoteStrip</name>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Copy the command</source>
        <translation>Копировать команду</translation>
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
        <source>Active users are counted since Metriscope started, no level was seen yet: %1</source>
        <translation>Активные пользователи считаются с запуска Metriscope, их уровень ещё не сообщался: %1</translation>
    </message>
    <message>
        <source>Latency p95</source>
        <translation>Задержка p95</translation>
    </message>
    <message>
        <source>Requests in flight</source>
        <translation>Запросы в обработке</translation>
    </message>
    <message>
        <source>More requests finished than were seen to start, none are shown in flight: %1</source>
        <translation>Завершено больше запросов, чем замечено начатых, в обработке не показан ни один: %1</translation>
    </message>
    <message>
        <source>Timers are read as milliseconds, as it was set: %1</source>
        <translation>Таймеры читаются как миллисекунды, как задано: %1</translation>
    </message>
    <message>
        <source>Timers are read as seconds, as it was set: %1</source>
        <translation>Таймеры читаются как секунды, как задано: %1</translation>
    </message>
    <message>
        <source>The unit of the timers is doubtful, check it on the Contexts page or in the settings: %1</source>
        <translation>Единица таймеров сомнительна, проверьте её на странице «Контексты» или в настройках: %1</translation>
    </message>
</context>
<context>
    <name>metriscope::ui::PacketDetail</name>
    <message>
        <source>Packet</source>
        <translation>Пакет</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Время</translation>
    </message>
    <message>
        <source>Seen on</source>
        <translation>Где замечен</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Откуда</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Куда</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>Байты</translation>
    </message>
    <message>
        <source>%L1 of %L2</source>
        <translation>%L1 из %L2</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Примечание</translation>
    </message>
    <message>
        <source>bytes of the stream before it were never seen</source>
        <translation>байты потока перед ним не были видны</translation>
    </message>
    <message>
        <source>sent again: its lines are counted once</source>
        <translation>отправлен повторно: его строки учтены один раз</translation>
    </message>
    <message>
        <source>Lines and messages</source>
        <translation>Строки и сообщения</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Причина</translation>
    </message>
    <message>
        <source>At byte</source>
        <translation>На байте</translation>
    </message>
    <message>
        <source>What to change</source>
        <translation>Что исправить</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Имя</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Вид</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>Значения</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Теги</translation>
    </message>
    <message>
        <source>Sample rate</source>
        <translation>Доля выборки</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>Accepted by</source>
        <translation>Принимают</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Часть</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Значение</translation>
    </message>
    <message>
        <source>Parts of the packet</source>
        <translation>Части пакета</translation>
    </message>
    <message>
        <source>Bytes of the packet</source>
        <translation>Байты пакета</translation>
    </message>
    <message>
        <source>This packet</source>
        <translation>Этот пакет</translation>
    </message>
    <message>
        <source>Put together</source>
        <translation>Собранное</translation>
    </message>
    <message>
        <source>Which bytes are shown</source>
        <translation>Какие байты показаны</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more</source>
        <translation>
            <numerusform>ещё %Ln</numerusform>
            <numerusform>ещё %Ln</numerusform>
            <numerusform>ещё %Ln</numerusform>
        </translation>
    </message>
    <message>
        <source>Comment</source>
        <extracomment>that somebody wrote into a capture file</extracomment>
        <translation>Комментарий</translation>
    </message>
</context>
<context>
    <name>metriscope::ui::PacketModel</name>
    <message>
        <source>Time</source>
        <translation>Время</translation>
    </message>
    <message>
        <source>Seen on</source>
        <translation>Где замечен</translation>
    </message>
    <message>
        <source>From</source>
        <extracomment>where a packet comes from</extracomment>
        <translation>Откуда</translation>
    </message>
    <message>
        <source>To</source>
        <extracomment>where a packet goes</extracomment>
        <translation>Куда</translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation>Протокол</translation>
    </message>
    <message>
        <source>Bytes</source>
        <extracomment>of a packet&apos;s payload, in bytes</extracomment>
        <translation>Байты</translation>
    </message>
    <message>
        <source>What it says</source>
        <translation>Содержание</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Вердикт</translation>
    </message>
</context>
<context>
    <name>metriscope::ui::PacketTable</name>
    <message>
        <source>Packets</source>
        <translation>Пакеты</translation>
    </message>
    <message>
        <source>To the newest</source>
        <translation>К последнему</translation>
    </message>
    <message>
        <source>Shows the newest packet and stays with it</source>
        <translation>Показывает последний пакет и следит за новыми</translation>
    </message>
</context>
<context>
    <name>metriscope::ui::PacketsForm</name>
    <message>
        <source>Packets</source>
        <translation>Пакеты</translation>
    </message>
    <message>
        <source>Most &amp;packets</source>
        <translation>Наибольшее &amp;число пакетов</translation>
    </message>
    <message>
        <source>&amp;Memory for packets</source>
        <translation>&amp;Память для пакетов</translation>
    </message>
    <message>
        <source> MiB</source>
        <extracomment>mebibytes, after a number in a field</extracomment>
        <translation> МиБ</translation>
    </message>
    <message>
        <source>So many packets can be looked at. When there are more, or they need more memory, the oldest ones go, and how many went is shown below the table.</source>
        <translation>Столько пакетов можно просмотреть. Когда их больше или им нужно больше памяти, удаляются самые старые; сколько удалено, показано под таблицей.</translation>
    </message>
</context>
<context>
    <name>metriscope::ui::PacketsPane</name>
    <message>
        <source>No packet passes the filter</source>
        <translation>Ни один пакет не проходит фильтр</translation>
    </message>
    <message>
        <source>Packets are kept, but none of them matches what you ask for.</source>
        <translation>Пакеты хранятся, но ни один не подходит под ваш запрос.</translation>
    </message>
    <message>
        <source>Show &amp;all packets</source>
        <translation>Показать вс&amp;е пакеты</translation>
    </message>
    <message>
        <source>No packets yet</source>
        <translation>Пакетов пока нет</translation>
    </message>
    <message>
        <source>What passes the network interface and the capture filter is shown here.</source>
        <translation>Здесь показано то, что проходит через сетевой интерфейс и фильтр захвата.</translation>
    </message>
    <message>
        <source>The program&apos;s own sockets are watched: what they receive is shown here, line by line. Send something to them, or start the demo.</source>
        <translation>Идёт наблюдение за собственными сокетами программы: здесь, строка за строкой, показано то, что они получают. Отправьте на них что-нибудь или запустите демонстрацию.</translation>
    </message>
    <message>
        <source>Nothing is watched</source>
        <translation>Наблюдение не ведётся</translation>
    </message>
    <message>
        <source>Watch the program&apos;s own sockets to see every line that arrives and what became of it; that needs no rights. Capture from a network interface to see what other programs receive, or what does not arrive at all.</source>
        <translation>Наблюдайте за собственными сокетами программы, чтобы видеть каждую поступившую строку и что с ней стало; прав для этого не нужно. Захватывайте с сетевого интерфейса, чтобы увидеть, что получают другие программы или что вообще не доходит.</translation>
    </message>
    <message>
        <source>%1 % searched</source>
        <translation>просмотрено %1 %</translation>
    </message>
    <message>
        <source>%1 % of the file read</source>
        <translation>прочитано %1 % файла</translation>
    </message>
    <message>
        <source>Show onl&amp;y</source>
        <translation>Показать тол&amp;ько</translation>
    </message>
    <message>
        <source>From %1</source>
        <translation>От %1</translation>
    </message>
    <message>
        <source>Port %1</source>
        <translation>Порт %1</translation>
    </message>
    <message>
        <source>This metric</source>
        <translation>Эта метрика</translation>
    </message>
    <message>
        <source>What was rejected</source>
        <translation>Отклонённое</translation>
    </message>
    <message>
        <source>Open a capture</source>
        <translation>Открытие захвата</translation>
    </message>
    <message>
        <source>Captures (*.pcapng *.pcap *.cap);;All files (*)</source>
        <translation>Захваты (*.pcapng *.pcap *.cap);;Все файлы (*)</translation>
    </message>
    <message>
        <source>Save the packets</source>
        <translation>Сохранение пакетов</translation>
    </message>
    <message>
        <source>Time of day</source>
        <translation>Время суток</translation>
    </message>
    <message>
        <source>Seconds since the first</source>
        <translation>Секунды от первого</translation>
    </message>
    <message>
        <source>Seconds since the one before</source>
        <translation>Секунды от предыдущего</translation>
    </message>
    <message>
        <source>How times are shown</source>
        <translation>Как показывать время</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Копировать</translation>
    </message>
    <message>
        <source>Copy the &amp;payload</source>
        <translation>Копировать &amp;содержимое</translation>
    </message>
    <message>
        <source>Copy as &amp;hex</source>
        <translation>Копировать &amp;шестнадцатерично</translation>
    </message>
    <message>
        <source>Copy a command that &amp;sends it again</source>
        <translation>Копировать команду для повторной о&amp;тправки</translation>
    </message>
    <message>
        <source>&amp;Follow the conversation…</source>
        <translation>&amp;Проследить обмен…</translation>
    </message>
    <message>
        <source>Show the &amp;metric</source>
        <translation>Показать &amp;метрику</translation>
    </message>
    <message>
        <source>Show the c&amp;hart at this time</source>
        <translation>Показать &amp;график за это время</translation>
    </message>
    <message>
        <source>C&amp;lear all packets</source>
        <translation>&amp;Удалить все пакеты</translation>
    </message>
    <message>
        <source>&amp;Open a capture…</source>
        <translation>&amp;Открыть захват…</translation>
    </message>
    <message>
        <source>&amp;Save the packets shown…</source>
        <translation>Сохранить пока&amp;занные пакеты…</translation>
    </message>
    <message>
        <source>Save the packets selecte&amp;d…</source>
        <translation>Сохранить вы&amp;бранные пакеты…</translation>
    </message>
    <message>
        <source>Watch the own soc&amp;kets</source>
        <translation>Наблюдать за сокета&amp;ми</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln packet(s)</source>
        <extracomment>%1 is how many packets are shown, %Ln how many are kept</extracomment>
        <translation>
            <numerusform>%1 из %Ln пакета</numerusform>
            <numerusform>%1 из %Ln пакетов</numerusform>
            <numerusform>%1 из %Ln пакетов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln older one(s) dropped</source>
        <translation>
            <numerusform>%Ln более старый удалён</numerusform>
            <numerusform>%Ln более старых удалены</numerusform>
            <numerusform>%Ln более старых удалено</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln came too fast to be shown</source>
        <extracomment>packets</extracomment>
        <translation>
            <numerusform>%Ln не показан из-за скорости</numerusform>
            <numerusform>%Ln не показаны из-за скорости</numerusform>
            <numerusform>%Ln не показано из-за скорости</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln lost by the system</source>
        <extracomment>packets of a capture</extracomment>
        <translation>
            <numerusform>%Ln потерян системой</numerusform>
            <numerusform>%Ln потеряны системой</numerusform>
            <numerusform>%Ln потеряно системой</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Replay the file into the charts…</source>
        <translation>&amp;Воспроизвести файл на графиках…</translation>
    </message>
    <message>
        <source>Verify the connection…</source>
        <translation>Проверить связь…</translation>
    </message>
    <message>
        <source>%1 % saved</source>
        <translation>сохранено %1 %</translation>
    </message>
    <message>
        <source>Stop saving</source>
        <extracomment>a button; the file that was begun is not kept</extracomment>
        <translation>Прервать сохранение</translation>
    </message>
    <message numerus="yes">
        <source>%Ln packet(s) had gone before they could be saved: the oldest make room for new ones.</source>
        <translation>
            <numerusform>%Ln пакет исчез раньше, чем его успели сохранить: самые старые уступают место новым.</numerusform>
            <numerusform>%Ln пакета исчезли раньше, чем их успели сохранить: самые старые уступают место новым.</numerusform>
            <numerusform>%Ln пакетов исчезли раньше, чем их успели сохранить: самые старые уступают место новым.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>metriscope::ui::PasteUrlsDialog</name>
    <message>
        <source>Paste URLs</source>
        <translation>Вставка URL</translation>
    </message>
    <message>
        <source>One URL a line, such as /auth/login. Of http://localhost:8000/auth/login?next=/ the path is taken. Names of metrics that hold the md5 of such a URL are then shown with it.</source>
        <translation>По одному URL в строке, например /auth/login. Из http://localhost:8000/auth/login?next=/ берётся путь. Имена метрик, в которых стоит md5 такого URL, показываются вместе с ним.</translation>
    </message>
    <message>
        <source>URLs</source>
        <translation>Список URL</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>&amp;Добавить</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
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
    <name>metriscope::ui::PollDialog</name>
    <message>
        <source>Add a source to poll</source>
        <translation>Новый источник для опроса</translation>
    </message>
    <message>
        <source>Edit a source</source>
        <translation>Изменение источника</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Добавить</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>ОК</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
</context>
<context>
    <name>metriscope::ui::PollForm</name>
    <message>
        <source>What to poll</source>
        <translation>Что опрашивать</translation>
    </message>
    <message>
        <source>Enter the user&apos;s name; it holds no colon.</source>
        <translation>Введите имя пользователя; двоеточия в нём быть не может.</translation>
    </message>
    <message>
        <source>Enter the password.</source>
        <translation>Введите пароль.</translation>
    </message>
    <message>
        <source>Enter the token.</source>
        <translation>Введите токен.</translation>
    </message>
    <message>
        <source>Active users: enter the name of a gauge, with labels in braces if need be.</source>
        <translation>Активные пользователи: введите имя уровня, при необходимости с метками в фигурных скобках.</translation>
    </message>
    <message>
        <source>Asks a gstats collector for the requests of all its applications.</source>
        <translation>Спрашивает у сборщика gstats о запросах всех его приложений.</translation>
    </message>
    <message>
        <source>Asks the status page of the gstats WSGI application.</source>
        <translation>Спрашивает страницу состояния приложения gstats WSGI.</translation>
    </message>
    <message>
        <source>Reads the metrics page of an application, such as one with django-prometheus.</source>
        <translation>Читает страницу метрик приложения, например с django-prometheus.</translation>
    </message>
    <message>
        <source>usual (%1 s)</source>
        <extracomment>in a field for a time: %1 is a number of seconds</extracomment>
        <translation>обычно (%1 с)</translation>
    </message>
    <message>
        <source>kept; type to replace it</source>
        <extracomment>in an empty field for a secret</extracomment>
        <translation>сохранён; введите новый для замены</translation>
    </message>
    <message>
        <source>Kept in the keyring of the system, never in a file.</source>
        <translation>Хранится в связке ключей системы и никогда — в файле.</translation>
    </message>
    <message>
        <source>It is sent unencrypted: use https:// if you can.</source>
        <translation>Передаётся без шифрования: по возможности используйте https://.</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>&amp;Вид</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>&amp;Адрес</translation>
    </message>
    <message>
        <source>taken from the address</source>
        <extracomment>the name of an application, where none is entered</extracomment>
        <translation>берётся из адреса</translation>
    </message>
    <message>
        <source>tells apart applications of the same name</source>
        <extracomment>what the name of a collector is good for</extracomment>
        <translation>чтобы различать одноимённые приложения</translation>
    </message>
    <message>
        <source>&amp;Poll every</source>
        <translation>&amp;Опрашивать каждые</translation>
    </message>
    <message>
        <source>&amp;Wait for</source>
        <translation>&amp;Ждать ответа</translation>
    </message>
    <message>
        <source> s</source>
        <extracomment>seconds, after a number in a field</extracomment>
        <translation> с</translation>
    </message>
    <message>
        <source>How long to wait for an answer</source>
        <translation>Сколько ждать ответа</translation>
    </message>
    <message>
        <source>&amp;Log in</source>
        <extracomment>how to prove who asks</extracomment>
        <translation>В&amp;ход</translation>
    </message>
    <message>
        <source>not at all</source>
        <translation>без входа</translation>
    </message>
    <message>
        <source>with user and password</source>
        <translation>по имени и паролю</translation>
    </message>
    <message>
        <source>with a token</source>
        <translation>по токену</translation>
    </message>
    <message>
        <source>&amp;User</source>
        <translation>По&amp;льзователь</translation>
    </message>
    <message>
        <source>Password or &amp;token</source>
        <translation>Пароль или &amp;токен</translation>
    </message>
    <message>
        <source>Active u&amp;sers</source>
        <translation>Активны&amp;е пользователи</translation>
    </message>
    <message>
        <source>The gauge that tells how many users are active, if there is one.</source>
        <translation>Уровень, показывающий число активных пользователей, если он есть.</translation>
    </message>
    <message>
        <source>P&amp;oll as soon as Metriscope starts</source>
        <translation>Опрашивать сразу после &amp;запуска Metriscope</translation>
    </message>
    <message>
        <source>Asks a deviantART pystatsd how it is doing, at its statsd port plus 10. A pystatsd forgets its errors every minute.</source>
        <translation>Спрашивает у pystatsd от deviantART о его состоянии; порт на 10 больше порта statsd. Свои ошибки pystatsd забывает каждую минуту.</translation>
    </message>
    <message>
        <source>A port may be a range, such as 8001-8049. Several addresses of one application are separated by spaces.</source>
        <translation>Порт может быть диапазоном, например 8001-8049. Несколько адресов одного приложения разделяются пробелами.</translation>
    </message>
    <message>
        <source>Na&amp;me</source>
        <extracomment>the name of an application, to be shown</extracomment>
        <translation>&amp;Имя</translation>
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
    <message>
        <source>As a deviantART pystatsd does: its statsdmonitor.py can watch Metriscope.</source>
        <translation>Как pystatsd от deviantART: его statsdmonitor.py может наблюдать за Metriscope.</translation>
    </message>
    <message>
        <source>A&amp;nswer “istats” at the port plus 10</source>
        <translation>&amp;Отвечать на «istats» по порту плюс 10</translation>
    </message>
</context>
<context>
    <name>metriscope::ui::ReplayDialog</name>
    <message>
        <source>Replay into the charts</source>
        <translation>Воспроизведение на графиках</translation>
    </message>
    <message>
        <source>The statsd lines of %1 are read as if they came in now. Their series stand apart from those of the receiver.</source>
        <extracomment>%1 is the name of a file</extracomment>
        <translation>Строки statsd из %1 читаются так, будто поступают сейчас. Их ряды отделены от рядов приёмника.</translation>
    </message>
    <message>
        <source>&amp;Speed</source>
        <translation>&amp;Скорость</translation>
    </message>
    <message>
        <source>&amp;Dialect</source>
        <translation>&amp;Диалект</translation>
    </message>
    <message>
        <source>As it was captured</source>
        <translation>Как при захвате</translation>
    </message>
    <message>
        <source>%L1 times as fast</source>
        <translation>×%L1</translation>
    </message>
    <message>
        <source>All at once</source>
        <translation>Всё сразу</translation>
    </message>
    <message>
        <source>How fast the capture is played</source>
        <translation>С какой скоростью воспроизводить захват</translation>
    </message>
    <message>
        <source>Which server&apos;s rules the lines are read by</source>
        <translation>По правилам какого сервера читать строки</translation>
    </message>
    <message>
        <source>&amp;Replay</source>
        <translation>&amp;Воспроизвести</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
</context>
<context>
    <name>metriscope::ui::ResultPage</name>
    <message>
        <source>The report is on the clipboard.</source>
        <translation>Отчёт скопирован в буфер обмена.</translation>
    </message>
    <message>
        <source>%1 is on the clipboard.</source>
        <extracomment>%1 is the name of a file</extracomment>
        <translation>%1 — в буфере обмена.</translation>
    </message>
    <message>
        <source>Save the settings</source>
        <translation>Сохранение настроек</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>Текст (*.txt)</translation>
    </message>
    <message>
        <source>Markdown (*.md)</source>
        <translation>Markdown (*.md)</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Сохранение отчёта</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <extracomment>%1 is a file</extracomment>
        <translation>Сохранено: %1</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <extracomment>%1 is a file, %2 a message of the system</extracomment>
        <translation>Не удалось записать %1: %2</translation>
    </message>
    <message>
        <source>Settings and report</source>
        <translation>Настройки и отчёт</translation>
    </message>
    <message>
        <source>What the application needs so that its metrics arrive, with the addresses that were checked.</source>
        <translation>Что нужно приложению, чтобы его метрики поступали, с проверенными адресами.</translation>
    </message>
    <message>
        <source>Settings, one page for each file</source>
        <translation>Настройки, по вкладке на каждый файл</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Копировать</translation>
    </message>
    <message>
        <source>Copy these settings</source>
        <translation>Копировать эти настройки</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>&amp;Сохранить…</translation>
    </message>
    <message>
        <source>Save these settings</source>
        <translation>Сохранить эти настройки</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Отчёт</translation>
    </message>
    <message>
        <source>C&amp;opy</source>
        <translation>К&amp;опировать</translation>
    </message>
    <message>
        <source>Copy the report</source>
        <translation>Копировать отчёт</translation>
    </message>
    <message>
        <source>S&amp;ave…</source>
        <translation>Сохранит&amp;ь…</translation>
    </message>
    <message>
        <source>Added to the console</source>
        <translation>Добавлено в консоль</translation>
    </message>
    <message>
        <source>A&amp;dd to the console</source>
        <translation>До&amp;бавить в консоль</translation>
    </message>
    <message>
        <source>Polls this source from now on and shows its metrics</source>
        <translation>С этого времени опрашивает источник и показывает его метрики</translation>
    </message>
</context>
<context>
    <name>metriscope::ui::SearchBar</name>
    <message>
        <source>The expression cannot be read at character %L1: %2</source>
        <extracomment>%1 is what the library for regular expressions says, in English</extracomment>
        <translation>Выражение не читается с позиции %L1: %2</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <extracomment>a button that ends the choice of a span of time; %1 and %2 are times</extracomment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>&amp;Match</source>
        <translation>Сов&amp;падение</translation>
    </message>
    <message>
        <source>regular expression over the payload</source>
        <translation>регулярное выражение по содержимому</translation>
    </message>
    <message>
        <source>Match</source>
        <translation>Совпадение</translation>
    </message>
    <message>
        <source>Aa</source>
        <extracomment>short label of a button: letter case does not count</extracomment>
        <translation>Аа</translation>
    </message>
    <message>
        <source>Letter case does not count</source>
        <translation>Регистр букв не важен</translation>
    </message>
    <message>
        <source>Not</source>
        <extracomment>short label of a button: packets that do not match are shown</extracomment>
        <translation>Не</translation>
    </message>
    <message>
        <source>Shows what does not match</source>
        <translation>Показывает то, что не подходит</translation>
    </message>
    <message>
        <source>Sho&amp;w</source>
        <translation>Показат&amp;ь</translation>
    </message>
    <message>
        <source>name = requests.* and verdict = rejected</source>
        <translation>name = requests.* and verdict = rejected</translation>
    </message>
    <message>
        <source>Which packets are shown. Ctrl+Space says what may be written.</source>
        <translation>Какие пакеты показаны. Ctrl+Пробел подсказывает, что можно написать.</translation>
    </message>
    <message>
        <source>Display filter</source>
        <translation>Фильтр показа</translation>
    </message>
    <message>
        <source>Only packets of this time are shown. Click to show those of all times.</source>
        <translation>Показаны пакеты только этого времени. Нажмите, чтобы показать пакеты всех времён.</translation>
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
<context>
    <name>packettext</name>
    <message>
        <source>a link type that is not decoded</source>
        <translation>канальный тип, который не разбирается</translation>
    </message>
    <message>
        <source>cut within the link header</source>
        <translation>обрезан в канальном заголовке</translation>
    </message>
    <message>
        <source>cut within the IP header</source>
        <translation>обрезан в заголовке IP</translation>
    </message>
    <message>
        <source>a damaged IP header</source>
        <translation>повреждённый заголовок IP</translation>
    </message>
    <message>
        <source>neither UDP nor TCP</source>
        <translation>не UDP и не TCP</translation>
    </message>
    <message>
        <source>cut within the UDP or TCP header</source>
        <translation>обрезан в заголовке UDP или TCP</translation>
    </message>
    <message>
        <source>a damaged UDP or TCP header</source>
        <translation>повреждённый заголовок UDP или TCP</translation>
    </message>
    <message>
        <source>a later fragment of a datagram</source>
        <translation>последующий фрагмент датаграммы</translation>
    </message>
    <message>
        <source>the first fragment of a datagram</source>
        <translation>первый фрагмент датаграммы</translation>
    </message>
    <message>
        <source>not captured whole</source>
        <translation>захвачен не целиком</translation>
    </message>
    <message>
        <source>a line of Graphite has three parts: name, value, time</source>
        <translation>строка Graphite состоит из трёх частей: имя, значение, время</translation>
    </message>
    <message>
        <source>the value is not a number</source>
        <translation>значение не является числом</translation>
    </message>
    <message>
        <source>the time is not seconds since 1970</source>
        <translation>время — не секунды с 1970 года</translation>
    </message>
    <message>
        <source>Graphite drops a value of nan in silence</source>
        <translation>Graphite молча отбрасывает значение nan</translation>
    </message>
    <message>
        <source>not a message of HTTP</source>
        <translation>не сообщение HTTP</translation>
    </message>
    <message>
        <source>too long to be put together</source>
        <translation>слишком длинное, чтобы собрать целиком</translation>
    </message>
    <message>
        <source>contexts are registered with POST</source>
        <translation>контексты регистрируются методом POST</translation>
    </message>
    <message>
        <source>contexts are registered at /register</source>
        <translation>контексты регистрируются по пути /register</translation>
    </message>
    <message>
        <source>the body is not a JSON object</source>
        <translation>тело — не объект JSON</translation>
    </message>
    <message>
        <source>the JSON does not say what a registration says</source>
        <translation>в JSON нет того, что положено регистрации</translation>
    </message>
    <message>
        <source>the server answered with an error</source>
        <translation>сервер ответил ошибкой</translation>
    </message>
    <message>
        <source>not a stream of ZeroMQ</source>
        <translation>не поток ZeroMQ</translation>
    </message>
    <message>
        <source>an event of gstats has two frames</source>
        <translation>событие gstats состоит из двух кадров</translation>
    </message>
    <message>
        <source>the time is neither empty nor a number</source>
        <translation>время не пустое и не является числом</translation>
    </message>
    <message>
        <source>The program that captures is missing: %1. Install Metriscope anew; its own sockets can be watched without it.</source>
        <translation>Нет программы захвата: %1. Переустановите Metriscope; за собственными сокетами можно наблюдать и без неё.</translation>
    </message>
    <message>
        <source>Capturing needs a right that the program does not have. Give it that right once, in a terminal, with the command below. Its own sockets can be watched without it.</source>
        <translation>Для захвата нужно право, которого у программы нет. Дайте ей это право один раз приведённой ниже командой в терминале. За собственными сокетами можно наблюдать и без него.</translation>
    </message>
    <message>
        <source>There is no network interface “%1”.</source>
        <translation>Сетевого интерфейса «%1» нет.</translation>
    </message>
    <message>
        <source>The network interface “%1” is switched off.</source>
        <translation>Сетевой интерфейс «%1» выключен.</translation>
    </message>
    <message>
        <source>The network interface “%1” went away. What it brought stays.</source>
        <translation>Сетевой интерфейс «%1» исчез. Полученное с него осталось.</translation>
    </message>
    <message>
        <source>The capture filter cannot be read: %1</source>
        <extracomment>%1 is what the capture library says, in English</extracomment>
        <translation>Фильтр захвата не читается: %1</translation>
    </message>
    <message>
        <source>Capturing ended: %1</source>
        <translation>Захват закончился: %1</translation>
    </message>
    <message>
        <source>The file cannot be read: %1</source>
        <translation>Файл не читается: %1</translation>
    </message>
    <message>
        <source>The file is damaged at byte %1. What stands before it is shown.</source>
        <extracomment>%1 is a number</extracomment>
        <translation>Файл повреждён на байте %1. Показано то, что стоит перед ним.</translation>
    </message>
    <message>
        <source>The file ends in the middle of a packet. What stands before it is shown.</source>
        <translation>Файл обрывается посреди пакета. Показано то, что стоит перед ним.</translation>
    </message>
    <message>
        <source>Ethernet</source>
        <translation>Ethernet</translation>
    </message>
    <message>
        <source>Linux cooked capture</source>
        <translation>Linux cooked capture</translation>
    </message>
    <message>
        <source>Linux cooked capture, version 2</source>
        <translation>Linux cooked capture, версия 2</translation>
    </message>
    <message>
        <source>Loopback</source>
        <translation>Loopback</translation>
    </message>
    <message>
        <source>VLAN tag</source>
        <translation>Метка VLAN</translation>
    </message>
    <message>
        <source>IPv4</source>
        <translation>IPv4</translation>
    </message>
    <message>
        <source>IPv6</source>
        <translation>IPv6</translation>
    </message>
    <message>
        <source>Extension header</source>
        <translation>Заголовок расширения</translation>
    </message>
    <message>
        <source>UDP</source>
        <translation>UDP</translation>
    </message>
    <message>
        <source>TCP</source>
        <translation>TCP</translation>
    </message>
    <message>
        <source>Payload</source>
        <translation>Содержимое</translation>
    </message>
    <message>
        <source>Part of a datagram</source>
        <translation>Часть датаграммы</translation>
    </message>
    <message>
        <source>Trailer</source>
        <translation>Хвост</translation>
    </message>
    <message>
        <source>Destination</source>
        <translation>Получатель</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Отправитель</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Тип</translation>
    </message>
    <message>
        <source>Packet type</source>
        <translation>Тип пакета</translation>
    </message>
    <message>
        <source>Hardware type</source>
        <translation>Тип оборудования</translation>
    </message>
    <message>
        <source>Link address</source>
        <translation>Канальный адрес</translation>
    </message>
    <message>
        <source>Interface number</source>
        <translation>Номер интерфейса</translation>
    </message>
    <message>
        <source>Address family</source>
        <translation>Семейство адресов</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Приоритет</translation>
    </message>
    <message>
        <source>VLAN number</source>
        <translation>Номер VLAN</translation>
    </message>
    <message>
        <source>Header length</source>
        <translation>Длина заголовка</translation>
    </message>
    <message>
        <source>Traffic class</source>
        <translation>Класс трафика</translation>
    </message>
    <message>
        <source>Flow label</source>
        <translation>Метка потока</translation>
    </message>
    <message>
        <source>Total length</source>
        <translation>Общая длина</translation>
    </message>
    <message>
        <source>Identification</source>
        <translation>Идентификатор</translation>
    </message>
    <message>
        <source>More fragments</source>
        <translation>Есть ещё фрагменты</translation>
    </message>
    <message>
        <source>Fragment offset</source>
        <translation>Смещение фрагмента</translation>
    </message>
    <message>
        <source>Time to live</source>
        <translation>Время жизни</translation>
    </message>
    <message>
        <source>Next protocol</source>
        <translation>Следующий протокол</translation>
    </message>
    <message>
        <source>Checksum</source>
        <translation>Контрольная сумма</translation>
    </message>
    <message>
        <source>Source address</source>
        <translation>Адрес отправителя</translation>
    </message>
    <message>
        <source>Destination address</source>
        <translation>Адрес получателя</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>Параметры</translation>
    </message>
    <message>
        <source>Source port</source>
        <translation>Порт отправителя</translation>
    </message>
    <message>
        <source>Destination port</source>
        <translation>Порт получателя</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Длина</translation>
    </message>
    <message>
        <source>Sequence number</source>
        <translation>Порядковый номер</translation>
    </message>
    <message>
        <source>Acknowledged</source>
        <translation>Подтверждено</translation>
    </message>
    <message>
        <source>Flags</source>
        <translation>Флаги</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Окно</translation>
    </message>
    <message>
        <source>Urgent pointer</source>
        <translation>Указатель срочности</translation>
    </message>
    <message>
        <source>own sockets</source>
        <extracomment>where a packet was seen: by the program&apos;s own sockets</extracomment>
        <translation>свои сокеты</translation>
    </message>
    <message>
        <source>network</source>
        <extracomment>where a packet was seen: by a capture on a network interface</extracomment>
        <translation>сеть</translation>
    </message>
    <message>
        <source>file</source>
        <extracomment>where a packet was seen: in a file that was opened</extracomment>
        <translation>файл</translation>
    </message>
    <message>
        <source>The filter is too long.</source>
        <translation>Слишком длинный фильтр.</translation>
    </message>
    <message>
        <source>Too many parentheses within each other.</source>
        <translation>Слишком много вложенных скобок.</translation>
    </message>
    <message>
        <source>A quote is not closed: %1</source>
        <translation>Кавычка не закрыта: %1</translation>
    </message>
    <message>
        <source>A parenthesis is not closed.</source>
        <translation>Скобка не закрыта.</translation>
    </message>
    <message>
        <source>A parenthesis is closed that was not opened.</source>
        <translation>Закрыта скобка, которая не была открыта.</translation>
    </message>
    <message>
        <source>Something is missing after “and”, “or”, “not” or “(”.</source>
        <translation>После «and», «or», «not» или «(» чего-то не хватает.</translation>
    </message>
    <message>
        <source>“%1” cannot stand here.</source>
        <translation>Здесь не может стоять «%1».</translation>
    </message>
    <message>
        <source>There is no field “%1”. There are: name, kind, verdict, reason, address, source, destination, port, protocol, length, text, interface, feed.</source>
        <translation>Поля «%1» нет. Есть: name, kind, verdict, reason, address, source, destination, port, protocol, length, text, interface, feed.</translation>
    </message>
    <message>
        <source>A value is missing after “%1”.</source>
        <translation>После «%1» не хватает значения.</translation>
    </message>
    <message>
        <source>This field is never “%1”.</source>
        <translation>Это поле не бывает равно «%1».</translation>
    </message>
    <message>
        <source>“%1” is not a number.</source>
        <translation>«%1» — не число.</translation>
    </message>
    <message>
        <source>“%1” is not an address. Write 127.0.0.1, 10.0.0.0/8, [::1]:8125 or ::1.</source>
        <translation>«%1» — не адрес. Пишите 127.0.0.1, 10.0.0.0/8, [::1]:8125 или ::1.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 is a verdict such as &quot;rejected&quot;, %2 why</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>fragment %L1 of %L2</source>
        <translation>фрагмент %L1 из %L2</translation>
    </message>
    <message>
        <source>fragment %L1</source>
        <translation>фрагмент %L1</translation>
    </message>
    <message>
        <source>sent again</source>
        <translation>отправлен повторно</translation>
    </message>
    <message>
        <source>part of a message</source>
        <translation>часть сообщения</translation>
    </message>
    <message>
        <source>something before it is missing</source>
        <translation>перед ним чего-то не хватает</translation>
    </message>
    <message>
        <source>not an IP packet</source>
        <translation>не пакет IP</translation>
    </message>
    <message>
        <source>The file is not a capture: pcap and pcapng can be opened.</source>
        <translation>Файл — не захват: открываются pcap и pcapng.</translation>
    </message>
    <message>
        <source>“%1” does not apply to this field.</source>
        <translation>К этому полю «%1» неприменимо.</translation>
    </message>
    <message numerus="yes">
        <source>seen %Ln time(s), on several interfaces</source>
        <extracomment>a packet passed several network interfaces; at least two</extracomment>
        <translation>
            <numerusform>замечен %Ln раз, на нескольких интерфейсах</numerusform>
            <numerusform>замечен %Ln раза, на нескольких интерфейсах</numerusform>
            <numerusform>замечен %Ln раз, на нескольких интерфейсах</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>readyboards</name>
    <message>
        <source>System usage</source>
        <translation>Нагрузка на систему</translation>
    </message>
    <message>
        <source>Processor, %</source>
        <translation>Процессор, %</translation>
    </message>
    <message>
        <source>Memory, %</source>
        <translation>Память, %</translation>
    </message>
    <message>
        <source>Processor seconds per second</source>
        <translation>Секунд процессора в секунду</translation>
    </message>
    <message>
        <source>Memory of the processes</source>
        <translation>Память процессов</translation>
    </message>
</context>
<context>
    <name>sniff</name>
    <message>
        <source>%1 at byte %2: %3</source>
        <extracomment>%1 is &quot;rejected&quot; or &quot;warning&quot;, %2 a number of bytes, %3 a clause without a full stop</extracomment>
        <translation>%1 на байте %2: %3</translation>
    </message>
    <message>
        <source>captured: %1, printed: %2, lost by the kernel: %3, not shown in time: %4</source>
        <extracomment>Counts of packets at the end of a capture</extracomment>
        <translation>захвачено: %1, выведено: %2, потеряно ядром: %3, не показано вовремя: %4</translation>
    </message>
</context>
<context>
    <name>sourcedetails</name>
    <message>
        <source>When the server was started</source>
        <translation>Когда запущен сервер</translation>
    </message>
    <message>
        <source>Flushes that failed; the server forgets them every minute</source>
        <translation>Неудавшиеся сбросы; сервер забывает их каждую минуту</translation>
    </message>
    <message>
        <source>Metrics that wait for the next flush</source>
        <translation>Метрики, ожидающие следующего сброса</translation>
    </message>
    <message>
        <source>Times that Graphite could not be reached; the server forgets them every minute</source>
        <translation>Сколько раз Graphite был недоступен; сервер забывает это каждую минуту</translation>
    </message>
    <message>
        <source>Times that publishing failed otherwise; the server forgets them every minute</source>
        <translation>Сколько раз публикация не удалась по другой причине; сервер забывает это каждую минуту</translation>
    </message>
    <message>
        <source>Lines that could not be read, since its start</source>
        <translation>Нечитаемые строки с запуска сервера</translation>
    </message>
    <message>
        <source>Packets received since the last flush</source>
        <translation>Пакеты, полученные с последнего сброса</translation>
    </message>
    <message>
        <source>Packets received since the last flush that could not be read</source>
        <translation>Нечитаемые пакеты, полученные с последнего сброса</translation>
    </message>
    <message>
        <source>How long sending to Graphite took the last time</source>
        <translation>Сколько длилась последняя отправка в Graphite</translation>
    </message>
    <message>
        <source>Gauges in the last flush</source>
        <translation>Уровни в последнем сбросе</translation>
    </message>
    <message>
        <source>Time spent on gauges in the last flush; 0 is under a millisecond</source>
        <translation>Время, затраченное на уровни в последнем сбросе; 0 — меньше миллисекунды</translation>
    </message>
    <message>
        <source>Sets in the last flush</source>
        <translation>Множества в последнем сбросе</translation>
    </message>
    <message>
        <source>Time spent on sets in the last flush; 0 is under a millisecond</source>
        <translation>Время, затраченное на множества в последнем сбросе; 0 — меньше миллисекунды</translation>
    </message>
    <message>
        <source>Counters in the last flush</source>
        <translation>Счётчики в последнем сбросе</translation>
    </message>
    <message>
        <source>Time spent on counters in the last flush; 0 is under a millisecond</source>
        <translation>Время, затраченное на счётчики в последнем сбросе; 0 — меньше миллисекунды</translation>
    </message>
    <message>
        <source>Timers in the last flush</source>
        <translation>Таймеры в последнем сбросе</translation>
    </message>
    <message>
        <source>Time spent on timers in the last flush; 0 is under a millisecond</source>
        <translation>Время, затраченное на таймеры в последнем сбросе; 0 — меньше миллисекунды</translation>
    </message>
    <message>
        <source>How long it took to write the last flush down</source>
        <translation>Сколько длилась запись последнего сброса</translation>
    </message>
    <message>
        <source>Values written in the last flush</source>
        <translation>Значения, записанные в последнем сбросе</translation>
    </message>
    <message>
        <source>When something was published last; long ago means that nothing is any more</source>
        <translation>Когда что-то было опубликовано в последний раз; если давно, то больше ничего не публикуется</translation>
    </message>
    <message>
        <source>How long the last flush took altogether</source>
        <translation>Сколько длился последний сброс целиком</translation>
    </message>
    <message>
        <source>%1 (%2 ago)</source>
        <extracomment>%1 is a date with a time, %2 how long it is past, such as 4 min 30 s</extracomment>
        <translation>%1 (%2 назад)</translation>
    </message>
    <message>
        <source>not before the first flush</source>
        <extracomment>a value that a server does not tell before it has flushed once</extracomment>
        <translation>только после первого сброса</translation>
    </message>
    <message>
        <source>Polls</source>
        <translation>Опросы</translation>
    </message>
    <message>
        <source>How often it was asked</source>
        <translation>Сколько раз источник опрошен</translation>
    </message>
    <message>
        <source>Failed polls</source>
        <translation>Неудачные опросы</translation>
    </message>
    <message>
        <source>Times without an answer that could be used</source>
        <translation>Сколько раз не было пригодного ответа</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Получено</translation>
    </message>
    <message>
        <source>Messages, requests or answers that came</source>
        <translation>Поступило сообщений, запросов или ответов</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>Принято</translation>
    </message>
    <message>
        <source>Values, events or registrations among them</source>
        <translation>Сколько среди них значений, событий или регистраций</translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation>Повреждено</translation>
    </message>
    <message>
        <source>What could not be read and was left out</source>
        <translation>Что не удалось прочесть и пропущено</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>Байты</translation>
    </message>
    <message>
        <source>Size of all that came</source>
        <translation>Объём всего поступившего</translation>
    </message>
    <message>
        <source>Refused series</source>
        <translation>Не принято рядов</translation>
    </message>
    <message>
        <source>New names beyond what one source may have</source>
        <translation>Новые имена сверх того, что допускается одному источнику</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Примечание</translation>
    </message>
    <message>
        <source>Values in its last answer</source>
        <translation>Значений в последнем ответе</translation>
    </message>
</context>
</TS>
