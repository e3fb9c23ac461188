<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
<context>
    <name>Archive</name>
    <message>
        <source>there is no run %1 in the archive</source>
        <translation>es gibt keinen Lauf %1 im Archiv</translation>
    </message>
    <message>
        <source>there is no import %1 in the archive</source>
        <translation>es gibt keinen Import %1 im Archiv</translation>
    </message>
    <message>
        <source>its folder cannot be made: %1</source>
        <translation>sein Ordner lässt sich nicht anlegen: %1</translation>
    </message>
    <message>
        <source>it holds views or triggers, which no archive of Headroom does</source>
        <translation>es enthält Sichten oder Trigger, was bei keinem Archiv von Headroom vorkommt</translation>
    </message>
    <message>
        <source>unable to open database file</source>
        <translation>die Datei des Archivs lässt sich nicht öffnen</translation>
    </message>
    <message>
        <source>there is no space left where the archive is</source>
        <translation>am Ort des Archivs ist kein Platz mehr</translation>
    </message>
    <message>
        <source>another program has been writing to the archive for more than 10 s</source>
        <translation>ein anderes Programm schreibt seit mehr als 10 s in das Archiv</translation>
    </message>
    <message>
        <source>the archive may only be read here</source>
        <translation>das Archiv darf hier nur gelesen werden</translation>
    </message>
    <message>
        <source>the file is damaged (%1)</source>
        <translation>die Datei ist beschädigt (%1)</translation>
    </message>
    <message>
        <source>the figures of run %1 are damaged</source>
        <translation>die Zahlen des Laufs %1 sind beschädigt</translation>
    </message>
    <message>
        <source>it is of a newer version of Headroom (archive version %1, known up to %2)</source>
        <translation>es stammt von einer neueren Version von Headroom (Archivversion %1, bekannt bis %2)</translation>
    </message>
    <message>
        <source>it is not a file</source>
        <translation>es ist keine Datei</translation>
    </message>
    <message>
        <source>it cannot be read: %1</source>
        <translation>es ist nicht lesbar: %1</translation>
    </message>
    <message>
        <source>it is not an archive of Headroom</source>
        <translation>es ist kein Archiv von Headroom</translation>
    </message>
</context>
<context>
    <name>ComponentKind</name>
    <message>
        <source>Client</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>What a user holds: a network, patience, retries</source>
        <translation>Was ein Nutzer hat: Netz, Geduld, Wiederholungen</translation>
    </message>
    <message>
        <source>Load balancer</source>
        <translation>Lastverteiler</translation>
    </message>
    <message>
        <source>Chooses the instance of the service behind it</source>
        <translation>Wählt die Instanz des Dienstes dahinter</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>Instances with slots for requests and CPUs for their work</source>
        <translation>Instanzen mit Plätzen für Anfragen und CPUs für ihre Arbeit</translation>
    </message>
    <message>
        <source>Function</source>
        <translation>Funktion</translation>
    </message>
    <message>
        <source>Serverless: instances come with the load, each after a cold start</source>
        <translation>Serverlos: Instanzen kommen mit der Last, jede nach einem Kaltstart</translation>
    </message>
    <message>
        <source>Cache</source>
        <translation>Cache</translation>
    </message>
    <message>
        <source>Answers what it holds and asks its origin for the rest</source>
        <translation>Beantwortet, was er hat, und fragt für den Rest seinen Ursprung</translation>
    </message>
    <message>
        <source>Connection pool</source>
        <translation>Verbindungspool</translation>
    </message>
    <message>
        <source>Connections to what is behind it; a request holds one until its answer</source>
        <translation>Verbindungen zu dem, was dahinter liegt; eine Anfrage hält eine bis zur Antwort</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Datenbank</translation>
    </message>
    <message>
        <source>One waiting line in front of all servers</source>
        <translation>Eine Warteschlange vor allen Servern</translation>
    </message>
    <message>
        <source>External service</source>
        <translation>Fremder Dienst</translation>
    </message>
    <message>
        <source>Somebody else&apos;s service: a latency and a share of errors</source>
        <translation>Ein fremder Dienst: eine Latenz und ein Fehleranteil</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Warteschlange</translation>
    </message>
    <message>
        <source>A broker or stream: the sender does not wait, consumers take batches</source>
        <translation>Ein Broker oder Strom: Der Sender wartet nicht, Verbraucher nehmen Stapel</translation>
    </message>
    <message>
        <source>Gateway</source>
        <translation>Gateway</translation>
    </message>
    <message>
        <source>Long-lived connections: capacity, memory each, fan-out</source>
        <translation>Langlebige Verbindungen: Kapazität, Speicher je Verbindung, Verteilung</translation>
    </message>
    <message>
        <source>CDN</source>
        <translation>CDN</translation>
    </message>
    <message>
        <source>A cache in each region, in front of its origin</source>
        <translation>Ein Cache in jeder Region vor seinem Ursprung</translation>
    </message>
    <message>
        <source>Autoscaler</source>
        <translation>Autoskalierer</translation>
    </message>
    <message>
        <source>Starts and ends instances of a service with its load</source>
        <translation>Startet und beendet Instanzen eines Dienstes mit seiner Last</translation>
    </message>
    <message>
        <source>Station</source>
        <translation>Station</translation>
    </message>
    <message>
        <source>The textbook one: a waiting line in front of servers</source>
        <translation>Die aus dem Lehrbuch: eine Warteschlange vor Servern</translation>
    </message>
</context>
<context>
    <name>Exports</name>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>%1 ließ sich nicht schreiben: %2</translation>
    </message>
</context>
<context>
    <name>Field</name>
    <message>
        <source>About</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Acquire timeout</source>
        <translation>Wartegrenze</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>Zugriff</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Aktionen</translation>
    </message>
    <message>
        <source>Arrivals</source>
        <translation>Ankünfte</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>Backoff</source>
        <translation>Wartezeit</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Cap</source>
        <translation>Höchstens</translation>
    </message>
    <message>
        <source>Capacity</source>
        <translation>Kapazität</translation>
    </message>
    <message>
        <source>Cold start</source>
        <translation>Kaltstart</translation>
    </message>
    <message>
        <source>Concurrency</source>
        <translation>Gleichzeitig</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>Vertrauensniveau</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Verbindungsaufbau</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>Anzahl</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU-Reihenfolge</translation>
    </message>
    <message>
        <source>CPUs</source>
        <translation>CPUs</translation>
    </message>
    <message>
        <source>Delay</source>
        <translation>Verzögerung</translation>
    </message>
    <message>
        <source>Discipline</source>
        <translation>Reihenfolge</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Abwärts</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>Eingang</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Eviction</source>
        <translation>Verdrängung</translation>
    </message>
    <message>
        <source>Hit ratio</source>
        <translation>Trefferquote</translation>
    </message>
    <message>
        <source>Idle timeout</source>
        <translation>Leerlaufgrenze</translation>
    </message>
    <message>
        <source>Instance hour</source>
        <translation>Instanzstunde</translation>
    </message>
    <message>
        <source>Instances</source>
        <translation>Instanzen</translation>
    </message>
    <message>
        <source>Jitter</source>
        <translation>Streuung</translation>
    </message>
    <message>
        <source>Journey</source>
        <translation>Weg</translation>
    </message>
    <message>
        <source>Keep alive</source>
        <translation>Lebensdauer</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>Latenz</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Abbruchquote</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Warteschlange</translation>
    </message>
    <message>
        <source>Max</source>
        <translation>Max</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Min</source>
        <translation>Min</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>Objective</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>On error</source>
        <translation>Bei Fehler</translation>
    </message>
    <message>
        <source>Operation</source>
        <translation>Operation</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>Ursprung</translation>
    </message>
    <message>
        <source>Over</source>
        <translation>Über</translation>
    </message>
    <message>
        <source>Pending</source>
        <translation>Längstes Warten</translation>
    </message>
    <message>
        <source>Per million</source>
        <translation>Je Million</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>Verfahren</translation>
    </message>
    <message>
        <source>Popularity</source>
        <translation>Beliebtheit</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Preis</translation>
    </message>
    <message>
        <source>Probability</source>
        <translation>Wahrscheinlichkeit</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Warteschlange</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>Bereich</translation>
    </message>
    <message>
        <source>Replications</source>
        <translation>Wiederholungen</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Wiederholung</translation>
    </message>
    <message>
        <source>Round trip</source>
        <translation>Umlaufzeit</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>Messabschnitt</translation>
    </message>
    <message>
        <source>Scope</source>
        <translation>Geltung</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>Servers</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Anteil</translation>
    </message>
    <message>
        <source>Single flight</source>
        <translation>Zusammenfassen</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>Think</source>
        <translation>Denkzeit</translation>
    </message>
    <message>
        <source>Timeout</source>
        <translation>Zeitgrenze</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Wie oft</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>TTL</source>
        <translation>Gültigkeit</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Aufwärts</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>Nutzer</translation>
    </message>
    <message>
        <source>Warm up</source>
        <translation>Einlaufen</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>Arbeit</translation>
    </message>
    <message>
        <source>Writes</source>
        <translation>Schreibend</translation>
    </message>
    <message>
        <source>Activation</source>
        <translation>Aktivierung</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nach</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Anwenden</translation>
    </message>
    <message>
        <source>At</source>
        <translation>Um</translation>
    </message>
    <message>
        <source>At least</source>
        <translation>Mindestens</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>Höchstens</translation>
    </message>
    <message>
        <source>Back over</source>
        <translation>Zurück über</translation>
    </message>
    <message>
        <source>Bandwidth</source>
        <translation>Bandbreite</translation>
    </message>
    <message>
        <source>Base</source>
        <translation>Grundwert</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>Stapel</translation>
    </message>
    <message>
        <source>Breaker</source>
        <translation>Sicherung</translation>
    </message>
    <message>
        <source>Budget</source>
        <translation>Budget</translation>
    </message>
    <message>
        <source>Bulkhead</source>
        <translation>Schott</translation>
    </message>
    <message>
        <source>Burst</source>
        <translation>Stoß</translation>
    </message>
    <message>
        <source>CPU initialisation</source>
        <translation>CPU-Anlauf</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Aufruf</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>Auswahl</translation>
    </message>
    <message>
        <source>Clean up</source>
        <translation>Aufräumen</translation>
    </message>
    <message>
        <source>Collapse</source>
        <translation>Zusammenfassen</translation>
    </message>
    <message>
        <source>Consumers</source>
        <translation>Verbraucher</translation>
    </message>
    <message>
        <source>Cooldown</source>
        <translation>Abkühlzeit</translation>
    </message>
    <message>
        <source>Down delay</source>
        <translation>Verzögerung abwärts</translation>
    </message>
    <message>
        <source>Down rate</source>
        <translation>Rate abwärts</translation>
    </message>
    <message>
        <source>Drain</source>
        <translation>Auslaufen</translation>
    </message>
    <message>
        <source>Each</source>
        <translation>Je Stück</translation>
    </message>
    <message>
        <source>Edges</source>
        <translation>Randknoten</translation>
    </message>
    <message>
        <source>Ejection</source>
        <translation>Ausschluss</translation>
    </message>
    <message>
        <source>Enabled</source>
        <translation>Eingeschaltet</translation>
    </message>
    <message>
        <source>Every</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Fall</source>
        <translation>Fehler bis aus</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Für</translation>
    </message>
    <message>
        <source>Frame</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>Zustandsprüfung</translation>
    </message>
    <message>
        <source>Heartbeat</source>
        <translation>Lebenszeichen</translation>
    </message>
    <message>
        <source>Hedge</source>
        <translation>Zweitanfrage</translation>
    </message>
    <message>
        <source>Hot keys</source>
        <translation>Heiße Schlüssel</translation>
    </message>
    <message>
        <source>Initial readiness</source>
        <translation>Erste Bereitschaft</translation>
    </message>
    <message>
        <source>Invalidate</source>
        <translation>Ungültig durch</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>Einträge</translation>
    </message>
    <message>
        <source>Keeps</source>
        <translation>Behält</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Lasting</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>Grenze</translation>
    </message>
    <message>
        <source>Locks</source>
        <translation>Sperren</translation>
    </message>
    <message>
        <source>Longest</source>
        <translation>Längstens</translation>
    </message>
    <message>
        <source>Margin</source>
        <translation>Spielraum</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>Markieren</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>Messwerte</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Im Monat</translation>
    </message>
    <message>
        <source>Networks</source>
        <translation>Netze</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>Open for</source>
        <translation>Offen für</translation>
    </message>
    <message>
        <source>Overflow</source>
        <translation>Überlauf</translation>
    </message>
    <message>
        <source>Panic threshold</source>
        <translation>Panikschwelle</translation>
    </message>
    <message>
        <source>Panic window</source>
        <translation>Panikfenster</translation>
    </message>
    <message>
        <source>Parallel</source>
        <translation>Zugleich</translation>
    </message>
    <message>
        <source>Partitions</source>
        <translation>Partitionen</translation>
    </message>
    <message>
        <source>Pauses</source>
        <translation>Pausen</translation>
    </message>
    <message>
        <source>Per connection</source>
        <translation>Je Verbindung</translation>
    </message>
    <message>
        <source>Per million items</source>
        <translation>Je Million Einträge</translation>
    </message>
    <message>
        <source>Per request</source>
        <translation>Je Anfrage</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>Stufen</translation>
    </message>
    <message>
        <source>Policies</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <source>Primary</source>
        <translation>Primäre</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Vorrang</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Produkt</translation>
    </message>
    <message>
        <source>Promote</source>
        <translation>Übernahme</translation>
    </message>
    <message>
        <source>Push</source>
        <translation>Zustellen</translation>
    </message>
    <message>
        <source>Reads</source>
        <translation>Lesezugriffe</translation>
    </message>
    <message>
        <source>Receivers</source>
        <translation>Empfänger</translation>
    </message>
    <message>
        <source>Reconnect</source>
        <translation>Neuverbindung</translation>
    </message>
    <message>
        <source>Replicas</source>
        <translation>Replikate</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>Retention</source>
        <translation>Aufbewahrung</translation>
    </message>
    <message>
        <source>Rise</source>
        <translation>Erfolge bis an</translation>
    </message>
    <message>
        <source>Scales</source>
        <translation>Skaliert</translation>
    </message>
    <message>
        <source>Scaling</source>
        <translation>Skalierung</translation>
    </message>
    <message>
        <source>Select</source>
        <translation>Auswahl</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Sent GB</source>
        <translation>GB gesendet</translation>
    </message>
    <message>
        <source>Servers per instance</source>
        <translation>Server je Instanz</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Sitzung</translation>
    </message>
    <message>
        <source>Shield</source>
        <translation>Vorgelagerter Cache</translation>
    </message>
    <message>
        <source>Slow</source>
        <translation>Langsam ab</translation>
    </message>
    <message>
        <source>Slow share</source>
        <translation>Anteil langsamer</translation>
    </message>
    <message>
        <source>Stabilisation</source>
        <translation>Beruhigung</translation>
    </message>
    <message>
        <source>Stable window</source>
        <translation>Ruhiges Fenster</translation>
    </message>
    <message>
        <source>Start up</source>
        <translation>Hochfahren</translation>
    </message>
    <message>
        <source>Starts</source>
        <translation>Starts</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Sticky</source>
        <translation>Gebunden</translation>
    </message>
    <message>
        <source>Stored</source>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <source>Stored GB</source>
        <translation>GB gespeichert</translation>
    </message>
    <message>
        <source>To zero grace</source>
        <translation>Frist bis null</translation>
    </message>
    <message>
        <source>Tolerance</source>
        <translation>Toleranz</translation>
    </message>
    <message>
        <source>Trials</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>Up rate</source>
        <translation>Rate aufwärts</translation>
    </message>
    <message>
        <source>Utilisation</source>
        <translation>Auslastung</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Gewicht</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>Gewichte</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>Write behind</source>
        <translation>Verzögertes Schreiben</translation>
    </message>
    <message>
        <source>Write policy</source>
        <translation>Schreibart</translation>
    </message>
    <message>
        <source>Zone</source>
        <translation>Zone</translation>
    </message>
    <message>
        <source>Zones</source>
        <translation>Zonen</translation>
    </message>
</context>
<context>
    <name>Import</name>
    <message>
        <source>no column of times in its first line</source>
        <translation>keine Spalte mit Zeitpunkten in der ersten Zeile</translation>
    </message>
    <message>
        <source>one such as `time` or `timestamp`</source>
        <translation>Spalte wie `time` oder `timestamp`</translation>
    </message>
    <message>
        <source>no column of numbers</source>
        <translation>keine Spalte mit Zahlen</translation>
    </message>
    <message>
        <source>at least one</source>
        <translation>mindestens eine</translation>
    </message>
    <message>
        <source>no mapping</source>
        <translation>keine Zuordnung</translation>
    </message>
    <message>
        <source>JSON as `--write-mapping` writes it</source>
        <translation>JSON, wie `--write-mapping` es schreibt</translation>
    </message>
    <message>
        <source>a file that is not packed by gzip</source>
        <translation>Datei, die nicht mit gzip gepackt ist</translation>
    </message>
    <message>
        <source>the file unpacked, or packed by `gzip`</source>
        <translation>dieselbe Datei entpackt oder mit `gzip` gepackt</translation>
    </message>
    <message>
        <source>Locust&apos;s final figures, which are no series</source>
        <translation>Endergebnisse von Locust, die keine Reihen sind</translation>
    </message>
    <message>
        <source>its file …_stats_history.csv</source>
        <translation>dessen Datei …_stats_history.csv</translation>
    </message>
    <message>
        <source>Locust&apos;s failures, which are no series</source>
        <translation>Fehler von Locust, die keine Reihen sind</translation>
    </message>
    <message>
        <source>binary data</source>
        <translation>Binärdaten</translation>
    </message>
    <message>
        <source>a text file</source>
        <translation>Textdatei</translation>
    </message>
    <message>
        <source>a folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>a file in it</source>
        <translation>Datei darin</translation>
    </message>
    <message>
        <source>a pipe or a device</source>
        <translation>Pipe oder Gerät</translation>
    </message>
    <message>
        <source>a file</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>a file that cannot be read</source>
        <translation>Datei, die nicht lesbar ist</translation>
    </message>
    <message>
        <source>one that can</source>
        <translation>lesbare Datei</translation>
    </message>
    <message>
        <source>XML that is not of JMeter</source>
        <translation>XML, das nicht von JMeter ist</translation>
    </message>
    <message>
        <source>`testResults`, as JMeter writes it</source>
        <translation>`testResults`, wie JMeter es schreibt</translation>
    </message>
    <message>
        <source>JSON that is neither of k6 nor of traces</source>
        <translation>JSON, das weder von k6 noch von Traces ist</translation>
    </message>
    <message>
        <source>a file as k6, OTLP or Jaeger write it</source>
        <translation>Datei, wie k6, OTLP oder Jaeger sie schreiben</translation>
    </message>
    <message>
        <source>a packed file that is damaged or cut off</source>
        <translation>gepackte Datei, die beschädigt oder abgeschnitten ist</translation>
    </message>
    <message>
        <source>one that `gzip -t` finds whole</source>
        <translation>Datei, die `gzip -t` für unversehrt hält</translation>
    </message>
    <message>
        <source>an empty file</source>
        <translation>leere Datei</translation>
    </message>
    <message>
        <source>metrics</source>
        <translation>Metriken</translation>
    </message>
    <message>
        <source>a line of more than 1 MiB</source>
        <translation>Zeile von mehr als 1 MiB</translation>
    </message>
    <message>
        <source>shorter lines</source>
        <translation>kürzere Zeilen</translation>
    </message>
    <message>
        <source>a quote that is not closed</source>
        <translation>Anführungszeichen, das nicht geschlossen wird</translation>
    </message>
    <message>
        <source>`&quot;` at the end of the field</source>
        <translation>`&quot;` am Ende des Feldes</translation>
    </message>
    <message>
        <source>a time such as `2026-11-21 14:00:00` (UTC)</source>
        <translation>Zeitpunkt wie `2026-11-21 14:00:00` (UTC)</translation>
    </message>
    <message>
        <source>a time of this age</source>
        <translation>Zeitpunkt aus unserer Zeit</translation>
    </message>
    <message>
        <source>a time such as `1 min`</source>
        <translation>Zeit wie `1 min`</translation>
    </message>
    <message>
        <source>1 intervals</source>
        <translation>1 Intervall</translation>
    </message>
    <message>
        <source>%1 intervals</source>
        <translation>%1 Intervalle</translation>
    </message>
    <message>
        <source>from 2 to 100 k; see --from, --until and --sample</source>
        <translation>2 bis 100 k; siehe --from, --until und --sample</translation>
    </message>
    <message>
        <source>nothing imported</source>
        <translation>nichts Importiertes</translation>
    </message>
    <message>
        <source>metrics; see `headroom import`</source>
        <translation>Metriken; siehe `headroom import`</translation>
    </message>
    <message>
        <source>no series that is a metric of the model</source>
        <translation>keine Reihe, die ein Messwert des Modells ist</translation>
    </message>
    <message>
        <source>names such as `workload.throughput`; see `headroom import --as`</source>
        <translation>Namen wie `workload.throughput`; siehe `headroom import --as`</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>the name of a metric</source>
        <translation>Name einer Metrik</translation>
    </message>
    <message>
        <source>labels such as `{name=&quot;value&quot;}`</source>
        <translation>Labels wie `{name=&quot;value&quot;}`</translation>
    </message>
    <message>
        <source>a blank before the value</source>
        <translation>Leerzeichen vor dem Wert</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>Zahl</translation>
    </message>
    <message>
        <source>a timestamp</source>
        <translation>Zeitstempel</translation>
    </message>
    <message>
        <source>the end of the line</source>
        <translation>Zeilenende</translation>
    </message>
    <message>
        <source>the answer broke off</source>
        <translation>die Antwort brach ab</translation>
    </message>
    <message>
        <source>the server wants credentials, or other ones (HTTP %1); they are read from HEADROOM_PROMETHEUS_TOKEN, or HEADROOM_PROMETHEUS_USER and _PASSWORD</source>
        <translation>der Server verlangt Zugangsdaten oder andere (HTTP %1); gelesen werden sie aus HEADROOM_PROMETHEUS_TOKEN oder aus HEADROOM_PROMETHEUS_USER und _PASSWORD</translation>
    </message>
    <message>
        <source>the server redirects to another one (HTTP %1)</source>
        <translation>der Server leitet zu einem anderen weiter (HTTP %1)</translation>
    </message>
    <message>
        <source>an address that is none</source>
        <translation>Adresse, die keine ist</translation>
    </message>
    <message>
        <source>one such as `https://prometheus.example:9090`</source>
        <translation>Adresse wie `https://prometheus.example:9090`</translation>
    </message>
    <message>
        <source>credentials in the address of the server</source>
        <translation>Zugangsdaten in der Adresse des Servers</translation>
    </message>
    <message>
        <source>them in HEADROOM_PROMETHEUS_USER and HEADROOM_PROMETHEUS_PASSWORD</source>
        <translation>Zugangsdaten in HEADROOM_PROMETHEUS_USER und HEADROOM_PROMETHEUS_PASSWORD</translation>
    </message>
    <message>
        <source>credentials that would be sent unencrypted</source>
        <translation>Zugangsdaten, die unverschlüsselt gesendet würden</translation>
    </message>
    <message>
        <source>an address that begins with `https://`</source>
        <translation>Adresse, die mit `https://` beginnt</translation>
    </message>
    <message>
        <source>the answer is not one of Prometheus</source>
        <translation>die Antwort ist keine von Prometheus</translation>
    </message>
    <message>
        <source>the answer holds no series</source>
        <translation>die Antwort enthält keine Reihen</translation>
    </message>
    <message>
        <source>the answer holds a series that cannot be read</source>
        <translation>die Antwort enthält eine Reihe, die nicht lesbar ist</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>METRIC=PROMQL, such as `workload.throughput=sum(rate(http_requests_total[1m]))`</source>
        <translation>METRIC=PROMQL wie `workload.throughput=sum(rate(http_requests_total[1m]))`</translation>
    </message>
    <message>
        <source>1 fields</source>
        <translation>1 Feld</translation>
    </message>
    <message>
        <source>%1 fields</source>
        <translation>%1 Felder</translation>
    </message>
    <message>
        <source>%1, as the header has</source>
        <translation>%1, wie in der Kopfzeile</translation>
    </message>
    <message>
        <source>a time such as `2023-11-16 18:17:03`, or a number of seconds</source>
        <translation>Zeitpunkt wie `2023-11-16 18:17:03` oder Zahl von Sekunden</translation>
    </message>
    <message>
        <source>record %1 damaged or cut off</source>
        <translation>Datensatz %1 beschädigt oder abgeschnitten</translation>
    </message>
    <message>
        <source>a record of Gatling&apos;s log; what is behind it is left out</source>
        <translation>Datensatz des Gatling-Protokolls; was dahinter steht, ist ausgelassen</translation>
    </message>
    <message>
        <source>a sample without a time</source>
        <translation>Messwert ohne Zeitpunkt</translation>
    </message>
    <message>
        <source>`ts` and `t`, in milliseconds</source>
        <translation>`ts` und `t` in Millisekunden</translation>
    </message>
    <message>
        <source>XML that cannot be read</source>
        <translation>nicht lesbares XML</translation>
    </message>
    <message>
        <source>well-formed XML; what is behind it is left out</source>
        <translation>wohlgeformtes XML; was dahinter steht, ist ausgelassen</translation>
    </message>
    <message>
        <source>a point without a time and a value</source>
        <translation>Punkt ohne Zeitpunkt und Wert</translation>
    </message>
    <message>
        <source>`data` with `time` and `value`</source>
        <translation>`data` mit `time` und `value`</translation>
    </message>
    <message>
        <source>a row without a time, requests and failures a second</source>
        <translation>Zeile ohne Zeitpunkt, Anfragen und Fehler je Sekunde</translation>
    </message>
    <message>
        <source>numbers in those columns</source>
        <translation>Zahlen in diesen Spalten</translation>
    </message>
    <message>
        <source>the time that it took, in milliseconds</source>
        <translation>Dauer in Millisekunden</translation>
    </message>
    <message>
        <source>the time at which it began</source>
        <translation>Zeitpunkt des Beginns</translation>
    </message>
    <message>
        <source>a line of Gatling&apos;s log</source>
        <translation>Zeile des Gatling-Protokolls</translation>
    </message>
    <message>
        <source>a row without a time and a value</source>
        <translation>Zeile ohne Zeitpunkt und Wert</translation>
    </message>
    <message>
        <source>`timestamp` and `metric_value`</source>
        <translation>`timestamp` und `metric_value`</translation>
    </message>
    <message>
        <source>a JSON object</source>
        <translation>JSON-Objekt</translation>
    </message>
    <message>
        <source>Locust&apos;s percentiles count since the start of the test unless it was run with --csv-full-history; the file does not say.</source>
        <translation>Die Perzentile von Locust zählen ab dem Beginn des Tests, außer wenn er mit --csv-full-history lief; aus der Datei geht das nicht hervor.</translation>
    </message>
    <message>
        <source>times behind the values, as in a recording</source>
        <translation>Zeitpunkte hinter den Werten, wie in einer Aufzeichnung</translation>
    </message>
    <message>
        <source>a sample at a time that is none</source>
        <translation>Messwert mit ungültigem Zeitpunkt</translation>
    </message>
    <message>
        <source>seconds since 1970</source>
        <translation>Sekunden seit 1970</translation>
    </message>
    <message>
        <source>a line after `# EOF`</source>
        <translation>Zeile nach `# EOF`</translation>
    </message>
    <message>
        <source>nothing behind it</source>
        <translation>nichts dahinter</translation>
    </message>
    <message>
        <source>a request that ended %1 s or more before those above it</source>
        <translation>Anfrage, die mindestens %1 s vor den darüberstehenden endete</translation>
    </message>
    <message>
        <source>requests roughly in the order of time</source>
        <translation>Anfragen ungefähr in zeitlicher Reihenfolge</translation>
    </message>
    <message>
        <source>a request that took no time that can be</source>
        <translation>Anfrage mit unmöglicher Dauer</translation>
    </message>
    <message>
        <source>at most 30 years</source>
        <translation>höchstens 30 Jahre</translation>
    </message>
    <message>
        <source>no spans</source>
        <translation>keine Spans</translation>
    </message>
    <message>
        <source>traces</source>
        <translation>Traces</translation>
    </message>
    <message>
        <source>no span that nobody calls</source>
        <translation>kein Span, den niemand aufruft</translation>
    </message>
    <message>
        <source>whole traces</source>
        <translation>vollständige Traces</translation>
    </message>
    <message>
        <source>what stands at byte %1 is no JSON</source>
        <translation>was bei Byte %1 steht, ist kein JSON</translation>
    </message>
    <message>
        <source>it is nested more deeply than traces are</source>
        <translation>die Datei ist tiefer verschachtelt, als Traces es sind</translation>
    </message>
    <message>
        <source>the file cannot be read</source>
        <translation>die Datei ist nicht lesbar</translation>
    </message>
    <message>
        <source>the packed file is damaged or cut off</source>
        <translation>die gepackte Datei ist beschädigt oder abgeschnitten</translation>
    </message>
</context>
<context>
    <name>Model</name>
    <message>
        <source>production&apos;s metrics, which are not read</source>
        <translation>die Messwerte des Betriebs, die nicht gelesen werden</translation>
    </message>
    <message>
        <source>`%1`, which no traffic reaches</source>
        <translation>`%1`, von keinem Verkehr erreicht</translation>
    </message>
    <message>
        <source>a call to it, or it as an `entry`</source>
        <translation>Aufruf dieser Komponente oder sie als `entry`</translation>
    </message>
    <message>
        <source>`%1`, which hands on in a ring</source>
        <translation>`%1`, Weitergabe im Kreis</translation>
    </message>
    <message>
        <source>an end: a component that does the operations itself</source>
        <translation>Ende: Komponente, die die Operationen selbst ausführt</translation>
    </message>
    <message>
        <source>calls that do not end: `%1`</source>
        <translation>Aufrufe ohne Ende: `%1`</translation>
    </message>
    <message>
        <source>a chain of calls that ends, or a `probability` small enough that it does</source>
        <translation>Kette von Aufrufen, die endet, oder `probability`, die dafür klein genug ist</translation>
    </message>
    <message>
        <source>nothing behind the metric</source>
        <translation>nichts hinter dem Messwert</translation>
    </message>
    <message>
        <source>`+`, `-`, `x`, `/` or the end</source>
        <translation>`+`, `-`, `x`, `/` oder das Ende</translation>
    </message>
    <message>
        <source>a long expression</source>
        <translation>langer Ausdruck</translation>
    </message>
    <message>
        <source>at most 256 operations</source>
        <translation>höchstens 256 Rechenzeichen</translation>
    </message>
    <message>
        <source>a sum of unlike kinds</source>
        <translation>Summe von Ungleichartigem</translation>
    </message>
    <message>
        <source>a difference of unlike kinds</source>
        <translation>Differenz von Ungleichartigem</translation>
    </message>
    <message>
        <source>two times, two shares, two counts …</source>
        <translation>zwei Zeiten, zwei Anteile, zwei Anzahlen …</translation>
    </message>
    <message>
        <source>a number, a path or `(`</source>
        <translation>Zahl, Pfad oder `(`</translation>
    </message>
    <message>
        <source>a metric, a number or `(`</source>
        <translation>Messwert, Zahl oder `(`</translation>
    </message>
    <message>
        <source>parentheses inside parentheses</source>
        <translation>Klammern in Klammern</translation>
    </message>
    <message>
        <source>at most 32 inside each other</source>
        <translation>höchstens 32 ineinander</translation>
    </message>
    <message>
        <source>`&lt;` or `&gt;` and a threshold, as in %1</source>
        <translation>`&lt;` oder `&gt;` und eine Schwelle, wie in %1</translation>
    </message>
    <message>
        <source>`&lt;` or `&gt;`</source>
        <translation>`&lt;` oder `&gt;`</translation>
    </message>
    <message>
        <source>an objective of the variant that is run, without `@`</source>
        <translation>Ziel der laufenden Variante, ohne `@`</translation>
    </message>
    <message>
        <source>metrics of the run</source>
        <translation>Messwerte des Laufs</translation>
    </message>
    <message>
        <source>metrics of the variant that is run, without `@`</source>
        <translation>Messwerte der laufenden Variante, ohne `@`</translation>
    </message>
    <message>
        <source>a duration such as `200 ms`</source>
        <translation>Dauer wie `200 ms`</translation>
    </message>
    <message>
        <source>a rate such as `100/s`</source>
        <translation>Rate wie `100/s`</translation>
    </message>
    <message>
        <source>a share such as `80 %`</source>
        <translation>Anteil wie `80 %`</translation>
    </message>
    <message>
        <source>a size such as `512 MiB`</source>
        <translation>Größe wie `512 MiB`</translation>
    </message>
    <message>
        <source>an amount such as `0.40 USD`</source>
        <translation>Betrag wie `0.40 USD`</translation>
    </message>
    <message>
        <source>a bandwidth such as `12 Mbit/s`</source>
        <translation>Bandbreite wie `12 Mbit/s`</translation>
    </message>
    <message>
        <source>a count such as `400 k`</source>
        <translation>Anzahl wie `400 k`</translation>
    </message>
    <message>
        <source>a metric before the sign</source>
        <translation>Messwert vor dem Zeichen</translation>
    </message>
    <message>
        <source>a service, gateway or queue; a function scales by itself</source>
        <translation>Dienst, Gateway oder Warteschlange; eine Funktion skaliert von selbst</translation>
    </message>
    <message>
        <source>a service, gateway or queue</source>
        <translation>Dienst, Gateway oder Warteschlange</translation>
    </message>
    <message>
        <source>%1, which %2 scales already</source>
        <translation>%1, bereits skaliert von %2</translation>
    </message>
    <message>
        <source>one autoscaler with several `metrics`</source>
        <translation>ein einziger Autoskalierer mit mehreren `metrics`</translation>
    </message>
    <message>
        <source>a metric of instances for the queue %1</source>
        <translation>Messwert von Instanzen für die Warteschlange %1</translation>
    </message>
    <message>
        <source>`memory` of %1, which has no limit</source>
        <translation>`memory` von %1 ohne Grenze</translation>
    </message>
    <message>
        <source>`memory: {limit: …}` of %1</source>
        <translation>`memory: {limit: …}` von %1</translation>
    </message>
    <message>
        <source>%1, which has no operations</source>
        <translation>%1 ohne Operationen</translation>
    </message>
    <message>
        <source>a component that does the operation itself</source>
        <translation>Komponente, die die Operation selbst ausführt</translation>
    </message>
    <message>
        <source>the name of an operation of %1</source>
        <translation>Name einer Operation von %1</translation>
    </message>
    <message>
        <source>a fault at %1 is after the end of the run, %2</source>
        <translation>die Störung bei %1 liegt nach dem Ende des Laufs, %2</translation>
    </message>
    <message>
        <source>the name of a zone or region</source>
        <translation>Name einer Zone oder Region</translation>
    </message>
    <message>
        <source>the name of a component</source>
        <translation>Name einer Komponente</translation>
    </message>
    <message>
        <source>a component with instances or servers</source>
        <translation>Komponente mit Instanzen oder Servern</translation>
    </message>
    <message>
        <source>a part of %1</source>
        <translation>Teil von %1</translation>
    </message>
    <message>
        <source>a cache or a CDN</source>
        <translation>Cache oder CDN</translation>
    </message>
    <message>
        <source>%1, a cache with a `hit_ratio`</source>
        <translation>%1, Cache mit `hit_ratio`</translation>
    </message>
    <message>
        <source>a cache with a `capacity`, which has something to forget</source>
        <translation>Cache mit `capacity`, der etwas zu vergessen hat</translation>
    </message>
    <message>
        <source>a component that takes requests</source>
        <translation>Komponente, die Anfragen annimmt</translation>
    </message>
    <message>
        <source>a component that takes time of its own</source>
        <translation>Komponente, die selbst Zeit braucht</translation>
    </message>
    <message>
        <source>%1, which asks %2 for nothing</source>
        <translation>%1 ohne Aufruf von %2</translation>
    </message>
    <message>
        <source>two components of which the first calls the second</source>
        <translation>zwei Komponenten, von denen die erste die zweite aufruft</translation>
    </message>
    <message>
        <source>%1 in the variant %2</source>
        <translation>%1 in der Variante %2</translation>
    </message>
    <message>
        <source>`workload` or the name of a component</source>
        <translation>`workload` oder Name einer Komponente</translation>
    </message>
    <message>
        <source>%1, of a group of caches</source>
        <translation>%1, Messwert einer Gruppe von Caches</translation>
    </message>
    <message>
        <source>the name of a variant</source>
        <translation>Name einer Variante</translation>
    </message>
    <message>
        <source>the name of an objective</source>
        <translation>Name eines Ziels</translation>
    </message>
    <message>
        <source>`instance`, but a request reaches `%1` that no service or function makes</source>
        <translation>`instance`, aber `%1` bekommt eine Anfrage, die von keinem Dienst und keiner Funktion kommt</translation>
    </message>
    <message>
        <source>`shared`, or calls of services and functions only</source>
        <translation>`shared`, oder nur Aufrufe von Diensten und Funktionen</translation>
    </message>
    <message>
        <source>`%1` without `keys`, which reaches the cache `%2`</source>
        <translation>Operation `%1` ohne `keys`, die den Cache `%2` erreicht</translation>
    </message>
    <message>
        <source>`%1` without `keys`, which reaches the cdn `%2`</source>
        <translation>Operation `%1` ohne `keys`, die das CDN `%2` erreicht</translation>
    </message>
    <message>
        <source>`keys`, the class of keys that is looked up</source>
        <translation>`keys`, Klasse der abgefragten Schlüssel</translation>
    </message>
    <message>
        <source>keys without `size` in the cache `%1`</source>
        <translation>Schlüssel ohne `size` im Cache `%1`</translation>
    </message>
    <message>
        <source>`size`, as the capacity of the cache is in bytes</source>
        <translation>`size`, weil die Kapazität des Caches in Bytes angegeben ist</translation>
    </message>
    <message>
        <source>a quote in line %1 that is never closed</source>
        <translation>nie geschlossenes Anführungszeichen in Zeile %1</translation>
    </message>
    <message>
        <source>%1 values in line %2</source>
        <translation>Werte in Zeile %2: %1</translation>
    </message>
    <message>
        <source>%1, as in the first line</source>
        <translation>%1, wie in der ersten Zeile</translation>
    </message>
    <message>
        <source>an empty file</source>
        <translation>leere Datei</translation>
    </message>
    <message>
        <source>a first line of names</source>
        <translation>erste Zeile mit Namen</translation>
    </message>
    <message>
        <source>found %1, expected %2</source>
        <translation>gefunden: %1; erwartet: %2</translation>
    </message>
    <message>
        <source>found %1, expected %2 (did you mean `%3`?)</source>
        <translation>gefunden: %1; erwartet: %2 (war `%3` gemeint?)</translation>
    </message>
    <message>
        <source>%1 more errors</source>
        <translation>weitere Fehler: %1</translation>
    </message>
    <message>
        <source>a whole number, %1 or more</source>
        <translation>ganze Zahl, %1 oder mehr</translation>
    </message>
    <message>
        <source>a whole number from %1 to %2</source>
        <translation>ganze Zahl von %1 bis %2</translation>
    </message>
    <message>
        <source>a key of %1: %2</source>
        <translation>Schlüssel (%1): %2</translation>
    </message>
    <message>
        <source>text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>a count, 0 or more</source>
        <translation>Anzahl, 0 oder mehr</translation>
    </message>
    <message>
        <source>a count above 0</source>
        <translation>Anzahl über 0</translation>
    </message>
    <message>
        <source>a share from 0 % to 100 %</source>
        <translation>Anteil von 0 % bis 100 %</translation>
    </message>
    <message>
        <source>a duration such as `20 ms`</source>
        <translation>Dauer wie `20 ms`</translation>
    </message>
    <message>
        <source>a duration, 0 s or more</source>
        <translation>Dauer, 0 s oder mehr</translation>
    </message>
    <message>
        <source>a duration above 0 s</source>
        <translation>Dauer über 0 s</translation>
    </message>
    <message>
        <source>a rate, 0/s or more</source>
        <translation>Rate, 0/s oder mehr</translation>
    </message>
    <message>
        <source>a size such as `4 KB`</source>
        <translation>Größe wie `4 KB`</translation>
    </message>
    <message>
        <source>a bandwidth above 0</source>
        <translation>Bandbreite über 0</translation>
    </message>
    <message>
        <source>a duration or a law such as `exp(20 ms)`</source>
        <translation>Dauer oder Verteilung wie `exp(20 ms)`</translation>
    </message>
    <message>
        <source>a weight such as `3` or `60 %`</source>
        <translation>Gewicht wie `3` oder `60 %`</translation>
    </message>
    <message>
        <source>a list of %1</source>
        <translation>Liste (%1)</translation>
    </message>
    <message>
        <source>%1 as the name of %2</source>
        <translation>%1 als Name (%2)</translation>
    </message>
    <message>
        <source>letters, digits, `_` and `-` only</source>
        <translation>nur Buchstaben, Ziffern, `_` und `-`</translation>
    </message>
    <message>
        <source>%1 by name</source>
        <translation>%1, jeweils mit Namen</translation>
    </message>
    <message>
        <source>more than %1 %2</source>
        <translation>mehr als %1 (%2)</translation>
    </message>
    <message>
        <source>fewer</source>
        <translation>weniger</translation>
    </message>
    <message>
        <source>%1 as a mapping</source>
        <translation>%1 als Abbildung</translation>
    </message>
    <message>
        <source>a key of %1</source>
        <translation>Schlüssel (%1)</translation>
    </message>
    <message>
        <source>%1 without %2</source>
        <translation>%1 ohne %2</translation>
    </message>
    <message>
        <source>a share above 0 %</source>
        <translation>Anteil über 0 %</translation>
    </message>
    <message>
        <source>a rate above 0/s</source>
        <translation>Rate über 0/s</translation>
    </message>
    <message>
        <source>a load that is no number</source>
        <translation>Last, die keine Zahl ist</translation>
    </message>
    <message>
        <source>a number, 0 or more</source>
        <translation>Zahl, 0 oder mehr</translation>
    </message>
    <message>
        <source>a workload that is 0 all the time</source>
        <translation>Last, die die ganze Zeit 0 ist</translation>
    </message>
    <message>
        <source>a load in the file that can be scaled</source>
        <translation>Last in der Datei, die sich skalieren lässt</translation>
    </message>
    <message>
        <source>a tier</source>
        <translation>Preisstufe</translation>
    </message>
    <message>
        <source>a list of tiers</source>
        <translation>Liste von Preisstufen</translation>
    </message>
    <message>
        <source>tiers out of order</source>
        <translation>Preisstufen in falscher Reihenfolge</translation>
    </message>
    <message>
        <source>ascending `up_to`, and none in the last tier</source>
        <translation>aufsteigende `up_to` und keines in der letzten Preisstufe</translation>
    </message>
    <message>
        <source>a month such as `2026-01`, or a year</source>
        <translation>Monat wie `2026-01` oder Jahr</translation>
    </message>
    <message>
        <source>a price</source>
        <translation>Preis</translation>
    </message>
    <message>
        <source>a size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>a list of sizes</source>
        <translation>Liste von Größen</translation>
    </message>
    <message>
        <source>a product</source>
        <translation>Produkt</translation>
    </message>
    <message>
        <source>a product without a price</source>
        <translation>Produkt ohne Preis</translation>
    </message>
    <message>
        <source>a meter such as `invocations`</source>
        <translation>Zähler wie `invocations`</translation>
    </message>
    <message>
        <source>`1`, the version of the format</source>
        <translation>`1`, die Version des Formats</translation>
    </message>
    <message>
        <source>a price book</source>
        <translation>Preisbuch</translation>
    </message>
    <message>
        <source>products</source>
        <translation>Produkte</translation>
    </message>
    <message>
        <source>a duration such as `2 s`</source>
        <translation>Dauer wie `2 s`</translation>
    </message>
    <message>
        <source>a burn rate</source>
        <translation>Verbrauchsrate</translation>
    </message>
    <message>
        <source>an alert</source>
        <translation>Alarm</translation>
    </message>
    <message>
        <source>`burn` beside `when`</source>
        <translation>`burn` neben `when`</translation>
    </message>
    <message>
        <source>an alert without `when` and `burn`</source>
        <translation>Alarm ohne `when` und `burn`</translation>
    </message>
    <message>
        <source>one of them</source>
        <translation>eines von beiden</translation>
    </message>
    <message>
        <source>a short window that is not shorter</source>
        <translation>kurzes Fenster, das nicht kürzer ist</translation>
    </message>
    <message>
        <source>less than `window`, %1</source>
        <translation>weniger als `window`, %1</translation>
    </message>
    <message>
        <source>a list of alerts</source>
        <translation>Liste von Alarmen</translation>
    </message>
    <message>
        <source>%1 as the name of a second alert</source>
        <translation>%1 als Name eines zweiten Alarms</translation>
    </message>
    <message>
        <source>a name of its own</source>
        <translation>ein eigener Name</translation>
    </message>
    <message>
        <source>an autoscaler of kind `hpa`</source>
        <translation>Autoskalierer der Art `hpa`</translation>
    </message>
    <message>
        <source>an autoscaler of kind `kpa`</source>
        <translation>Autoskalierer der Art `kpa`</translation>
    </message>
    <message>
        <source>an autoscaler of kind `target`</source>
        <translation>Autoskalierer der Art `target`</translation>
    </message>
    <message>
        <source>`value` beside `each`</source>
        <translation>`value` neben `each`</translation>
    </message>
    <message>
        <source>a metric without a target</source>
        <translation>Messwert ohne Ziel</translation>
    </message>
    <message>
        <source>`each` for an instance, or `value` for all</source>
        <translation>`each` für eine Instanz oder `value` für alle</translation>
    </message>
    <message>
        <source>a target above 0</source>
        <translation>Ziel über 0</translation>
    </message>
    <message>
        <source>%1 without `metric`</source>
        <translation>%1 ohne `metric`</translation>
    </message>
    <message>
        <source>`metric`, what it is a target of</source>
        <translation>`metric`, wovon es das Ziel ist</translation>
    </message>
    <message>
        <source>a metric of an autoscaler</source>
        <translation>Messwert eines Autoskalierers</translation>
    </message>
    <message>
        <source>several metrics in one entry</source>
        <translation>mehrere Messwerte in einem Eintrag</translation>
    </message>
    <message>
        <source>a metric without a name</source>
        <translation>Messwert ohne Namen</translation>
    </message>
    <message>
        <source>one of `cpu`, `memory`, `concurrency`, `rps` or `metric` in each</source>
        <translation>je Eintrag eines von `cpu`, `memory`, `concurrency`, `rps` oder `metric`</translation>
    </message>
    <message>
        <source>a list of metrics such as [{cpu: 70 %}]</source>
        <translation>Liste von Messwerten wie [{cpu: 70 %}]</translation>
    </message>
    <message>
        <source>a metric that %1 has not</source>
        <translation>Messwert, den es hier nicht gibt (%1)</translation>
    </message>
    <message>
        <source>`concurrency` or `rps`</source>
        <translation>`concurrency` oder `rps`</translation>
    </message>
    <message>
        <source>a second metric in %1</source>
        <translation>zweiter Messwert (%1)</translation>
    </message>
    <message>
        <source>one metric</source>
        <translation>ein einziger Messwert</translation>
    </message>
    <message>
        <source>the `instances` of an autoscaler</source>
        <translation>`instances` eines Autoskalierers</translation>
    </message>
    <message>
        <source>`0` in %1</source>
        <translation>`0` (%1)</translation>
    </message>
    <message>
        <source>1 or more; only `kind: kpa` scales to zero</source>
        <translation>1 oder mehr; nur `kind: kpa` skaliert auf null</translation>
    </message>
    <message>
        <source>a policy such as `4 every 15 s` or `100 % every 15 s`</source>
        <translation>Regel wie `4 every 15 s` oder `100 % every 15 s`</translation>
    </message>
    <message>
        <source>a list of policies such as [4 every 15 s]</source>
        <translation>Liste von Regeln wie [4 every 15 s]</translation>
    </message>
    <message>
        <source>`up` of an autoscaler of kind `hpa`</source>
        <translation>`up` eines Autoskalierers der Art `hpa`</translation>
    </message>
    <message>
        <source>`down` of an autoscaler of kind `hpa`</source>
        <translation>`down` eines Autoskalierers der Art `hpa`</translation>
    </message>
    <message>
        <source>from %1 to %2</source>
        <translation>ein Wert von %1 bis %2</translation>
    </message>
    <message>
        <source>from `6 s` to `1 h`</source>
        <translation>eine Dauer von `6 s` bis `1 h`</translation>
    </message>
    <message>
        <source>`up` of an autoscaler of kind `target`</source>
        <translation>`up` eines Autoskalierers der Art `target`</translation>
    </message>
    <message>
        <source>`down` of an autoscaler of kind `target`</source>
        <translation>`down` eines Autoskalierers der Art `target`</translation>
    </message>
    <message>
        <source>the path %1</source>
        <translation>der Pfad %1</translation>
    </message>
    <message>
        <source>a path that leads to a value of the file</source>
        <translation>Pfad zu einem Wert der Datei</translation>
    </message>
    <message>
        <source>a path that leads to a number or quantity</source>
        <translation>Pfad zu einer Zahl oder Größe</translation>
    </message>
    <message>
        <source>a bound</source>
        <translation>Schranke</translation>
    </message>
    <message>
        <source>two bounds</source>
        <translation>zwei Schranken</translation>
    </message>
    <message>
        <source>an empty bound</source>
        <translation>leere Schranke</translation>
    </message>
    <message>
        <source>`at_most` or `at_least`</source>
        <translation>`at_most` oder `at_least`</translation>
    </message>
    <message>
        <source>what can be compared with the figure of `of`</source>
        <translation>etwas, das mit der Zahl in `of` vergleichbar ist</translation>
    </message>
    <message>
        <source>a capacity such as `1000 items`, `100 MiB` or `unlimited`</source>
        <translation>Kapazität wie `1000 items`, `100 MiB` oder `unlimited`</translation>
    </message>
    <message>
        <source>a whole number of items, 1 or more</source>
        <translation>ganze Zahl von Einträgen, 1 oder mehr</translation>
    </message>
    <message>
        <source>`hit_ratio` beside `capacity`</source>
        <translation>`hit_ratio` neben `capacity`</translation>
    </message>
    <message>
        <source>%1 without `capacity` and `hit_ratio`</source>
        <translation>%1 ohne `capacity` und `hit_ratio`</translation>
    </message>
    <message>
        <source>%1 has no effect beside `hit_ratio`</source>
        <translation>%1 hat neben `hit_ratio` keine Wirkung</translation>
    </message>
    <message>
        <source>lifetimes</source>
        <translation>Lebensdauern</translation>
    </message>
    <message>
        <source>the name of a class of keys, or `others`</source>
        <translation>Name einer Klasse von Schlüsseln oder `others`</translation>
    </message>
    <message>
        <source>`write_behind` without `write_policy: write_behind`</source>
        <translation>`write_behind` ohne `write_policy: write_behind`</translation>
    </message>
    <message>
        <source>operations</source>
        <translation>Operationen</translation>
    </message>
    <message>
        <source>an operation of a component such as `api.publish`</source>
        <translation>Operation einer Komponente wie `api.publish`</translation>
    </message>
    <message>
        <source>an invalidation</source>
        <translation>Invalidierung</translation>
    </message>
    <message>
        <source>a list of operations such as [api.publish]</source>
        <translation>Liste von Operationen wie [api.publish]</translation>
    </message>
    <message>
        <source>the name of a class of keys</source>
        <translation>Name einer Klasse von Schlüsseln</translation>
    </message>
    <message>
        <source>a group of caches</source>
        <translation>Gruppe von Caches</translation>
    </message>
    <message>
        <source>%1, which is the name of something else</source>
        <translation>%1, der Name von etwas anderem</translation>
    </message>
    <message>
        <source>`start: warm` beside `scope: user`</source>
        <translation>`start: warm` neben `scope: user`</translation>
    </message>
    <message>
        <source>`start: cold`; this version of Headroom cannot warm the caches of users</source>
        <translation>`start: cold`; diese Version von Headroom kann die Caches von Nutzern nicht aufwärmen</translation>
    </message>
    <message>
        <source>a network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>a network of several</source>
        <translation>Netz von mehreren</translation>
    </message>
    <message>
        <source>networks</source>
        <translation>Netze</translation>
    </message>
    <message>
        <source>shares of %1 in sum</source>
        <translation>Anteile von zusammen %1</translation>
    </message>
    <message>
        <source>`items` without `each`</source>
        <translation>`items` ohne `each`</translation>
    </message>
    <message>
        <source>`each`, the work for one of them</source>
        <translation>`each`, die Arbeit für ein Stück davon</translation>
    </message>
    <message>
        <source>`networks` beside `network`</source>
        <translation>`networks` neben `network`</translation>
    </message>
    <message>
        <source>a capacity of %1</source>
        <translation>Kapazität von %1</translation>
    </message>
    <message>
        <source>at least the %1 in service (`capacity` = waiting + in service)</source>
        <translation>mindestens die Zahl derer in Bedienung, %1 (`capacity` = wartend + in Bedienung)</translation>
    </message>
    <message>
        <source>the `size` of a pool</source>
        <translation>`size` eines Verbindungspools</translation>
    </message>
    <message>
        <source>a station</source>
        <translation>Station</translation>
    </message>
    <message>
        <source>a client</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>a load balancer</source>
        <translation>Lastverteiler</translation>
    </message>
    <message>
        <source>a service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>a function</source>
        <translation>Funktion</translation>
    </message>
    <message>
        <source>a cache</source>
        <translation>Cache</translation>
    </message>
    <message>
        <source>a pool</source>
        <translation>Verbindungspool</translation>
    </message>
    <message>
        <source>a database</source>
        <translation>Datenbank</translation>
    </message>
    <message>
        <source>an external service</source>
        <translation>fremder Dienst</translation>
    </message>
    <message>
        <source>a CDN</source>
        <translation>CDN</translation>
    </message>
    <message>
        <source>a queue</source>
        <translation>Warteschlange</translation>
    </message>
    <message>
        <source>a gateway</source>
        <translation>Gateway</translation>
    </message>
    <message>
        <source>an autoscaler</source>
        <translation>Autoskalierer</translation>
    </message>
    <message>
        <source>a component as a mapping</source>
        <translation>Komponente als Abbildung</translation>
    </message>
    <message>
        <source>a component without `type`</source>
        <translation>Komponente ohne `type`</translation>
    </message>
    <message>
        <source>a zone</source>
        <translation>Zone</translation>
    </message>
    <message>
        <source>zones</source>
        <translation>Zonen</translation>
    </message>
    <message>
        <source>`zones` beside `zone`</source>
        <translation>`zones` neben `zone`</translation>
    </message>
    <message>
        <source>the name of an operation of the component</source>
        <translation>Name einer Operation der Komponente</translation>
    </message>
    <message>
        <source>a component</source>
        <translation>Komponente</translation>
    </message>
    <message>
        <source>`workload` as the name of a component</source>
        <translation>`workload` als Name einer Komponente</translation>
    </message>
    <message>
        <source>another name; `workload` means the traffic</source>
        <translation>ein anderer Name; `workload` steht für den Verkehr</translation>
    </message>
    <message>
        <source>`min` %1 above `max` %2</source>
        <translation>`min` %1 über `max` %2</translation>
    </message>
    <message>
        <source>`min` of at most `max`</source>
        <translation>`min` höchstens gleich `max`</translation>
    </message>
    <message>
        <source>components</source>
        <translation>Komponenten</translation>
    </message>
    <message>
        <source>a replica</source>
        <translation>Replikat</translation>
    </message>
    <message>
        <source>a number of replicas, or a list of them</source>
        <translation>Anzahl von Replikaten oder Liste davon</translation>
    </message>
    <message>
        <source>a primary</source>
        <translation>Primäre</translation>
    </message>
    <message>
        <source>%1 without `replicas`</source>
        <translation>%1 ohne `replicas`</translation>
    </message>
    <message>
        <source>`replicas` too</source>
        <translation>auch `replicas`</translation>
    </message>
    <message>
        <source>the name of an operation of the database</source>
        <translation>Name einer Operation der Datenbank</translation>
    </message>
    <message>
        <source>%1, which writes</source>
        <translation>%1, eine schreibende Operation</translation>
    </message>
    <message>
        <source>an operation that only reads; writes are the primary&apos;s</source>
        <translation>Operation, die nur liest (Schreibzugriffe sind Sache der Primären)</translation>
    </message>
    <message>
        <source>no replica that serves %1</source>
        <translation>kein Replikat, das %1 bedient</translation>
    </message>
    <message>
        <source>one that does, a `primary` with a weight, or %1 among the `writes`</source>
        <translation>eines, das es tut, ein `primary` mit einem Gewicht, oder %1 unter den `writes`</translation>
    </message>
    <message>
        <source>`api`, `1 instance of api` or `50 % of api`, what is killed</source>
        <translation>`api`, `1 instance of api` oder `50 % of api`, also das, was beendet wird</translation>
    </message>
    <message>
        <source>a zone or region</source>
        <translation>Zone oder Region</translation>
    </message>
    <message>
        <source>a component and a factor such as `db by 3x`</source>
        <translation>Komponente und Faktor wie `db by 3x`</translation>
    </message>
    <message>
        <source>a component and a share such as `mail 20 %`</source>
        <translation>Komponente und Anteil wie `mail 20 %`</translation>
    </message>
    <message>
        <source>two components, or zones, such as `api to db`</source>
        <translation>zwei Komponenten oder Zonen wie `api to db`</translation>
    </message>
    <message>
        <source>a fault</source>
        <translation>Störung</translation>
    </message>
    <message>
        <source>`for` of a flush</source>
        <translation>`for` bei `flush`</translation>
    </message>
    <message>
        <source>no `for`; it is over at once</source>
        <translation>kein `for` (ein Leeren ist sofort vorbei)</translation>
    </message>
    <message>
        <source>several faults in one entry</source>
        <translation>mehrere Störungen in einem Eintrag</translation>
    </message>
    <message>
        <source>a fault that does nothing</source>
        <translation>Störung, die nichts bewirkt</translation>
    </message>
    <message>
        <source>one of %1</source>
        <translation>eines von %1</translation>
    </message>
    <message>
        <source>a list of faults</source>
        <translation>Liste von Störungen</translation>
    </message>
    <message>
        <source>a heartbeat</source>
        <translation>Lebenszeichen</translation>
    </message>
    <message>
        <source>%1, less than `backoff`</source>
        <translation>%1, weniger als `backoff`</translation>
    </message>
    <message>
        <source>%1 or more</source>
        <translation>%1 oder mehr</translation>
    </message>
    <message>
        <source>a gateway without `to` and `operations`</source>
        <translation>Gateway ohne `to` und `operations`</translation>
    </message>
    <message>
        <source>one of them, or both</source>
        <translation>eines von beiden oder beide</translation>
    </message>
    <message>
        <source>width and height such as `400x600`</source>
        <translation>Breite und Höhe wie `400x600`</translation>
    </message>
    <message>
        <source>formats</source>
        <translation>Formate</translation>
    </message>
    <message>
        <source>a format of an image</source>
        <translation>Format eines Bildes</translation>
    </message>
    <message>
        <source>an image</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>`size` beside `pixels`</source>
        <translation>`size` neben `pixels`</translation>
    </message>
    <message>
        <source>an image without `size` and `pixels`</source>
        <translation>Bild ohne `size` und `pixels`</translation>
    </message>
    <message>
        <source>numbers of images</source>
        <translation>Anzahlen von Bildern</translation>
    </message>
    <message>
        <source>the name of an image</source>
        <translation>Name eines Bildes</translation>
    </message>
    <message>
        <source>images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>a size with images</source>
        <translation>Größe mit Bildern</translation>
    </message>
    <message>
        <source>the `instances` of a function</source>
        <translation>`instances` einer Funktion</translation>
    </message>
    <message>
        <source>a rate such as `1000 every 10 s`</source>
        <translation>Rate wie `1000 every 10 s`</translation>
    </message>
    <message>
        <source>the `scaling` of a function</source>
        <translation>`scaling` einer Funktion</translation>
    </message>
    <message>
        <source>the `memory` of a service</source>
        <translation>`memory` eines Dienstes</translation>
    </message>
    <message>
        <source>the `memory` of a function</source>
        <translation>`memory` einer Funktion</translation>
    </message>
    <message>
        <source>the `memory` of a client</source>
        <translation>`memory` eines Clients</translation>
    </message>
    <message>
        <source>the `memory` of a gateway</source>
        <translation>`memory` eines Gateways</translation>
    </message>
    <message>
        <source>%1, not more than `base`</source>
        <translation>%1, nicht mehr als `base`</translation>
    </message>
    <message>
        <source>more than %1</source>
        <translation>mehr als %1</translation>
    </message>
    <message>
        <source>an objective</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>%1 as the name of a second objective</source>
        <translation>%1 als Name eines zweiten Ziels</translation>
    </message>
    <message>
        <source>two bounds, such as [3 s, 10 s]</source>
        <translation>zwei Schranken wie [3 s, 10 s]</translation>
    </message>
    <message>
        <source>a lower bound that is not below the upper</source>
        <translation>untere Schranke, die nicht unter der oberen liegt</translation>
    </message>
    <message>
        <source>[lower, upper]</source>
        <translation>[untere, obere]</translation>
    </message>
    <message>
        <source>`between` beside `above` or `below`</source>
        <translation>`between` neben `above` oder `below`</translation>
    </message>
    <message>
        <source>a claim without bounds</source>
        <translation>Behauptung ohne Schranken</translation>
    </message>
    <message>
        <source>`between`, `above` or `below`</source>
        <translation>`between`, `above` oder `below`</translation>
    </message>
    <message>
        <source>a claim with bounds and without `of`</source>
        <translation>Behauptung mit Schranken und ohne `of`</translation>
    </message>
    <message>
        <source>a claim</source>
        <translation>Behauptung</translation>
    </message>
    <message>
        <source>an assumption</source>
        <translation>Annahme</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>Zahl</translation>
    </message>
    <message>
        <source>a position such as [320, 140]</source>
        <translation>Position wie [320, 140]</translation>
    </message>
    <message>
        <source>a mapping</source>
        <translation>Abbildung</translation>
    </message>
    <message>
        <source>a list of paths</source>
        <translation>Liste von Pfaden</translation>
    </message>
    <message>
        <source>a variant</source>
        <translation>Variante</translation>
    </message>
    <message>
        <source>a list of objectives</source>
        <translation>Liste von Zielen</translation>
    </message>
    <message>
        <source>a list of claims</source>
        <translation>Liste von Behauptungen</translation>
    </message>
    <message>
        <source>a list of assumptions</source>
        <translation>Liste von Annahmen</translation>
    </message>
    <message>
        <source>positions</source>
        <translation>Positionen</translation>
    </message>
    <message>
        <source>variants</source>
        <translation>Varianten</translation>
    </message>
    <message>
        <source>%1 for the second time</source>
        <translation>%1 zum zweiten Mal</translation>
    </message>
    <message>
        <source>each target once</source>
        <translation>jede Zielkomponente einmal</translation>
    </message>
    <message>
        <source>the name of a component, or a list of several</source>
        <translation>Name einer Komponente oder Liste von mehreren</translation>
    </message>
    <message>
        <source>`weights` without `policy: weighted`</source>
        <translation>`weights` ohne `policy: weighted`</translation>
    </message>
    <message>
        <source>weights of targets</source>
        <translation>Gewichte von Zielkomponenten</translation>
    </message>
    <message>
        <source>one of the targets in `to`</source>
        <translation>eine der Zielkomponenten in `to`</translation>
    </message>
    <message>
        <source>weights of 0 only</source>
        <translation>nur Gewichte von 0</translation>
    </message>
    <message>
        <source>a weight above 0</source>
        <translation>Gewicht über 0</translation>
    </message>
    <message>
        <source>a health check</source>
        <translation>Zustandsprüfung</translation>
    </message>
    <message>
        <source>an ejection of outliers</source>
        <translation>Ausschluss von Ausreißern</translation>
    </message>
    <message>
        <source>%1, less than `for`</source>
        <translation>%1, weniger als `for`</translation>
    </message>
    <message>
        <source>`weighted` with one target</source>
        <translation>`weighted` bei nur einer Zielkomponente</translation>
    </message>
    <message>
        <source>several components in `to`; instances of one are all alike</source>
        <translation>mehrere Komponenten in `to` (die Instanzen einer einzigen sind alle gleich)</translation>
    </message>
    <message>
        <source>a region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>%1, which is a zone, as a region</source>
        <translation>%1, der Name einer Zone, als Region</translation>
    </message>
    <message>
        <source>a region without zones</source>
        <translation>Region ohne Zonen</translation>
    </message>
    <message>
        <source>a list of zones</source>
        <translation>Liste von Zonen</translation>
    </message>
    <message>
        <source>regions</source>
        <translation>Regionen</translation>
    </message>
    <message>
        <source>%1 in a second region</source>
        <translation>%1 in einer zweiten Region</translation>
    </message>
    <message>
        <source>each zone in one region</source>
        <translation>jede Zone in nur einer Region</translation>
    </message>
    <message>
        <source>two zones or regions with a hyphen between them, of %1</source>
        <translation>zwei Zonen oder Regionen mit einem Bindestrich dazwischen, aus %1</translation>
    </message>
    <message>
        <source>%1, the same twice</source>
        <translation>%1, zweimal derselbe Ort</translation>
    </message>
    <message>
        <source>two places; `within_zone` is for one</source>
        <translation>zwei Orte (für einen gibt es `within_zone`)</translation>
    </message>
    <message>
        <source>each pair once</source>
        <translation>jedes Paar einmal</translation>
    </message>
    <message>
        <source>round trips</source>
        <translation>Umlaufzeiten</translation>
    </message>
    <message>
        <source>a retry budget</source>
        <translation>Budget für Wiederholungen</translation>
    </message>
    <message>
        <source>a number of calls such as `100`, or a time such as `10 s`</source>
        <translation>Zahl von Aufrufen wie `100` oder Zeit wie `10 s`</translation>
    </message>
    <message>
        <source>%1, more than the window holds</source>
        <translation>%1, mehr als das Fenster fasst</translation>
    </message>
    <message>
        <source>at most the %1 calls of `window`</source>
        <translation>höchstens die Zahl der Aufrufe in `window`, %1</translation>
    </message>
    <message>
        <source>`slow_share` without `slow`</source>
        <translation>`slow_share` ohne `slow`</translation>
    </message>
    <message>
        <source>`slow`, from when on a call is slow</source>
        <translation>`slow`, ab wann ein Aufruf langsam ist</translation>
    </message>
    <message>
        <source>a time such as `50 ms`, or `p50`, `p90`, `p95`, `p99` or `p999` of the call</source>
        <translation>Zeit wie `50 ms` oder `p50`, `p90`, `p95`, `p99` oder `p999` des Aufrufs</translation>
    </message>
    <message>
        <source>a growth such as `50 % every 5 min`</source>
        <translation>Wachstum wie `50 % every 5 min`</translation>
    </message>
    <message>
        <source>a count of 1 or more</source>
        <translation>Anzahl von 1 oder mehr</translation>
    </message>
    <message>
        <source>`up_to` of a limit that does not grow</source>
        <translation>`up_to` einer Grenze, die nicht wächst</translation>
    </message>
    <message>
        <source>`grows` too</source>
        <translation>auch `grows`</translation>
    </message>
    <message>
        <source>a breaker</source>
        <translation>Sicherung</translation>
    </message>
    <message>
        <source>a hedge</source>
        <translation>Zweitanfrage</translation>
    </message>
    <message>
        <source>a bulkhead</source>
        <translation>Schott</translation>
    </message>
    <message>
        <source>a batch</source>
        <translation>Stapel</translation>
    </message>
    <message>
        <source>a limit</source>
        <translation>Grenze</translation>
    </message>
    <message>
        <source>a time above 0 s</source>
        <translation>Zeit über 0 s</translation>
    </message>
    <message>
        <source>a file with its ending, or one of the price books %1</source>
        <translation>Datei mit ihrer Endung oder eines der Preisbücher (%1)</translation>
    </message>
    <message>
        <source>a product of the book and its meter</source>
        <translation>Produkt des Preisbuchs und sein Zähler</translation>
    </message>
    <message>
        <source>a meter of %1: %2</source>
        <translation>Zähler von %1: %2</translation>
    </message>
    <message>
        <source>prices</source>
        <translation>Preise</translation>
    </message>
    <message>
        <source>`product` without a price book</source>
        <translation>`product` ohne Preisbuch</translation>
    </message>
    <message>
        <source>a product of the price book %1</source>
        <translation>Produkt des Preisbuchs %1</translation>
    </message>
    <message>
        <source>only %1 of %2 consumers have a partition; the rest idle</source>
        <translation>nur %1 von %2 Verbrauchern haben eine Partition; die übrigen sind untätig</translation>
    </message>
    <message>
        <source>%1, less than a batch</source>
        <translation>%1, weniger als ein Stapel</translation>
    </message>
    <message>
        <source>at least the %1 of a batch</source>
        <translation>mindestens die %1 eines Stapels</translation>
    </message>
    <message>
        <source>%1 without `replay`</source>
        <translation>%1 ohne `replay`</translation>
    </message>
    <message>
        <source>`replay`, a CSV file</source>
        <translation>`replay`, eine CSV-Datei</translation>
    </message>
    <message>
        <source>the name of a column of the file</source>
        <translation>Name einer Spalte der Datei</translation>
    </message>
    <message>
        <source>a CSV file with a first line of names</source>
        <translation>CSV-Datei mit Namen in der ersten Zeile</translation>
    </message>
    <message>
        <source>a file without values</source>
        <translation>Datei ohne Werte</translation>
    </message>
    <message>
        <source>a CSV file with values</source>
        <translation>CSV-Datei mit Werten</translation>
    </message>
    <message>
        <source>%1 in row %2</source>
        <translation>%1 in Zeile %2</translation>
    </message>
    <message>
        <source>a time after the row before, within 30 years of the first</source>
        <translation>Zeitpunkt nach dem der vorigen Zeile, höchstens 30 Jahre nach dem ersten</translation>
    </message>
    <message>
        <source>a time such as `2023-11-16 18:17:03`, or a number of seconds</source>
        <translation>Zeitpunkt wie `2023-11-16 18:17:03` oder Zahl von Sekunden</translation>
    </message>
    <message>
        <source>a number from 0 to 1 G</source>
        <translation>Zahl von 0 bis 1 G</translation>
    </message>
    <message>
        <source>`replay` without `column` and `time`</source>
        <translation>`replay` ohne `column` und `time`</translation>
    </message>
    <message>
        <source>`column`, of values; or `time`, of single arrivals</source>
        <translation>`column` mit Werten oder `time` mit einzelnen Ankünften</translation>
    </message>
    <message>
        <source>`scale` of a recording of single arrivals</source>
        <translation>`scale` bei einer Aufzeichnung einzelner Ankünfte</translation>
    </message>
    <message>
        <source>`column`, of values to be scaled</source>
        <translation>`column` mit den Werten, die skaliert werden sollen</translation>
    </message>
    <message>
        <source>`every` beside `time`</source>
        <translation>`every` neben `time`</translation>
    </message>
    <message>
        <source>`replay` without `time`</source>
        <translation>`replay` ohne `time`</translation>
    </message>
    <message>
        <source>`time`, a column of times; or `every`, the time from row to row</source>
        <translation>`time`, eine Spalte mit Zeitpunkten, oder `every`, die Zeit von Zeile zu Zeile</translation>
    </message>
    <message>
        <source>`replay` of users without `column`</source>
        <translation>`replay` von Nutzern ohne `column`</translation>
    </message>
    <message>
        <source>`column`, of numbers of users</source>
        <translation>`column` mit Anzahlen von Nutzern</translation>
    </message>
    <message>
        <source>`auto`, `none` or a duration</source>
        <translation>`auto`, `none` oder Dauer</translation>
    </message>
    <message>
        <source>a share above 0 % and below 100 %</source>
        <translation>Anteil über 0 % und unter 100 %</translation>
    </message>
    <message>
        <source>less than the duration, %1</source>
        <translation>weniger als die Dauer (%1)</translation>
    </message>
    <message>
        <source>at most the duration, %1</source>
        <translation>höchstens die Dauer (%1)</translation>
    </message>
    <message>
        <source>`uniform`, `own` or `zipf(0.9)`, an exponent above 0 and up to 10</source>
        <translation>`uniform`, `own` oder `zipf(0.9)` mit einem Exponenten über 0 und bis 10</translation>
    </message>
    <message>
        <source>a class of keys</source>
        <translation>Klasse von Schlüsseln</translation>
    </message>
    <message>
        <source>`count` beside `popularity: own`</source>
        <translation>`count` neben `popularity: own`</translation>
    </message>
    <message>
        <source>no count; there is one key for each user</source>
        <translation>keine Anzahl; es gibt je Nutzer einen Schlüssel</translation>
    </message>
    <message>
        <source>classes of keys</source>
        <translation>Klassen von Schlüsseln</translation>
    </message>
    <message>
        <source>a scenario</source>
        <translation>Szenario</translation>
    </message>
    <message>
        <source>100 M users at most</source>
        <translation>höchstens 100 M Nutzer</translation>
    </message>
    <message>
        <source>1 G/s at most</source>
        <translation>höchstens 1 G/s</translation>
    </message>
    <message>
        <source>a step of a schedule</source>
        <translation>Schritt eines Lastverlaufs</translation>
    </message>
    <message>
        <source>a list of {at, %1}</source>
        <translation>Liste von {at, %1}</translation>
    </message>
    <message>
        <source>a step at %1</source>
        <translation>Schritt bei %1</translation>
    </message>
    <message>
        <source>a time after the step before</source>
        <translation>Zeitpunkt nach dem vorigen Schritt</translation>
    </message>
    <message>
        <source>a time of day such as `20:00`</source>
        <translation>Uhrzeit wie `20:00`</translation>
    </message>
    <message>
        <source>%1 beside this `mean`</source>
        <translation>%1 neben diesem `mean`</translation>
    </message>
    <message>
        <source>from the mean (above 0) to 10 times the mean</source>
        <translation>Wert vom Mittelwert (über 0) bis zu dessen Zehnfachem</translation>
    </message>
    <message>
        <source>`ramp`, `steps`, `diurnal`, `spike` or `replay`</source>
        <translation>`ramp`, `steps`, `diurnal`, `spike` oder `replay`</translation>
    </message>
    <message>
        <source>%1 beside %2</source>
        <translation>%1 neben %2</translation>
    </message>
    <message>
        <source>a schedule without a shape</source>
        <translation>Lastverlauf ohne Form</translation>
    </message>
    <message>
        <source>`poisson(100/s)`, `constant(100/s)` or a schedule</source>
        <translation>`poisson(100/s)`, `constant(100/s)` oder Lastverlauf</translation>
    </message>
    <message>
        <source>a schedule of users</source>
        <translation>Lastverlauf von Nutzern</translation>
    </message>
    <message>
        <source>a schedule of arrivals</source>
        <translation>Lastverlauf von Ankünften</translation>
    </message>
    <message>
        <source>`fail`, `ignore` or {steps: […]}</source>
        <translation>`fail`, `ignore` oder {steps: […]}</translation>
    </message>
    <message>
        <source>at most 1000 times</source>
        <translation>höchstens 1000 Mal</translation>
    </message>
    <message>
        <source>`batch` beside `items`</source>
        <translation>`batch` neben `items`</translation>
    </message>
    <message>
        <source>`items` where the caller has them all, `batch` to gather them</source>
        <translation>`items`, wo der Aufrufer alle schon hat; `batch`, um sie zu sammeln</translation>
    </message>
    <message>
        <source>`batch` beside `collapse` in a call without `keys`</source>
        <translation>`batch` neben `collapse` in einem Aufruf ohne `keys`</translation>
    </message>
    <message>
        <source>`keys`, or one of them: without keys all calls are the same</source>
        <translation>`keys` oder nur eines von beiden: Ohne Schlüssel sind alle Aufrufe gleich</translation>
    </message>
    <message>
        <source>a hedge after %1</source>
        <translation>Zweitanfrage nach %1</translation>
    </message>
    <message>
        <source>less than the `timeout`, %1</source>
        <translation>weniger als `timeout` (%1)</translation>
    </message>
    <message>
        <source>a call</source>
        <translation>Aufruf</translation>
    </message>
    <message>
        <source>a send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>a push</source>
        <translation>Push</translation>
    </message>
    <message>
        <source>an alternative of `choose`</source>
        <translation>Alternative von `choose`</translation>
    </message>
    <message>
        <source>a list of {share, steps}</source>
        <translation>Liste von {share, steps}</translation>
    </message>
    <message>
        <source>100 % at most</source>
        <translation>höchstens 100 %</translation>
    </message>
    <message>
        <source>a step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>%1 as the name of a second step of the operation</source>
        <translation>%1 als Name eines zweiten Schritts der Operation</translation>
    </message>
    <message>
        <source>a step with more than one action</source>
        <translation>Schritt mit mehr als einer Aktion</translation>
    </message>
    <message>
        <source>a step that does nothing</source>
        <translation>Schritt, der nichts tut</translation>
    </message>
    <message>
        <source>a list of steps</source>
        <translation>Liste von Schritten</translation>
    </message>
    <message>
        <source>an operation</source>
        <translation>Operation</translation>
    </message>
    <message>
        <source>a list of steps, or a mapping with `steps`</source>
        <translation>Liste von Schritten oder Abbildung mit `steps`</translation>
    </message>
    <message>
        <source>operations by name</source>
        <translation>Operationen, jeweils mit Namen</translation>
    </message>
    <message>
        <source>a step of a roll-out</source>
        <translation>Schritt einer Einführung</translation>
    </message>
    <message>
        <source>a list of {at, share}</source>
        <translation>Liste von {at, share}</translation>
    </message>
    <message>
        <source>two whole numbers, such as [4, 64]</source>
        <translation>zwei aufsteigende ganze Zahlen wie [4, 64]</translation>
    </message>
    <message>
        <source>values</source>
        <translation>Werte</translation>
    </message>
    <message>
        <source>fewer than two values</source>
        <translation>weniger als zwei Werte</translation>
    </message>
    <message>
        <source>a choice of values</source>
        <translation>mehrere Werte zur Auswahl</translation>
    </message>
    <message>
        <source>a path such as `api.instances`</source>
        <translation>Pfad wie `api.instances`</translation>
    </message>
    <message>
        <source>a parameter of `tune`</source>
        <translation>Parameter von `tune`</translation>
    </message>
    <message>
        <source>`values` beside `between`</source>
        <translation>`values` neben `between`</translation>
    </message>
    <message>
        <source>a parameter without `between` and `values`</source>
        <translation>Parameter ohne `between` und `values`</translation>
    </message>
    <message>
        <source>a roll-out</source>
        <translation>Einführung</translation>
    </message>
    <message>
        <source>parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>queries of metrics</source>
        <translation>Abfragen von Messwerten</translation>
    </message>
    <message>
        <source>`arrivals` beside `users`</source>
        <translation>`arrivals` neben `users`</translation>
    </message>
    <message>
        <source>operations with their weights, such as {feed: 6, like: 3}</source>
        <translation>Operationen mit ihren Gewichten wie {feed: 6, like: 3}</translation>
    </message>
    <message>
        <source>a list of operations, such as [feed, feed, like]</source>
        <translation>Liste von Operationen wie [feed, feed, like]</translation>
    </message>
    <message>
        <source>`journey` beside `actions`</source>
        <translation>`journey` neben `actions`</translation>
    </message>
    <message>
        <source>a profile without `actions` and `journey`</source>
        <translation>Profil ohne `actions` und `journey`</translation>
    </message>
    <message>
        <source>a profile of users without `think`</source>
        <translation>Profil von Nutzern ohne `think`</translation>
    </message>
    <message>
        <source>`think`, the time between an answer and the next action</source>
        <translation>`think`, die Zeit zwischen einer Antwort und der nächsten Aktion</translation>
    </message>
    <message>
        <source>`think` in a profile of arrivals</source>
        <translation>`think` in einem Profil von Ankünften</translation>
    </message>
    <message>
        <source>`think` with `users` only</source>
        <translation>`think` nur zusammen mit `users`</translation>
    </message>
    <message>
        <source>`share` has no effect beside the profile&apos;s own load</source>
        <translation>`share` hat neben der eigenen Last des Profils keine Wirkung</translation>
    </message>
    <message>
        <source>a profile without `share` beside others</source>
        <translation>Profil ohne `share` neben anderen Profilen</translation>
    </message>
    <message>
        <source>`share`, or its own `users` or `arrivals`</source>
        <translation>`share` oder eigene `users` oder `arrivals`</translation>
    </message>
    <message>
        <source>a profile</source>
        <translation>Profil</translation>
    </message>
    <message>
        <source>shares of %1 in sum are taken as parts of the whole</source>
        <translation>Anteile von zusammen %1 gelten als Teile des Ganzen</translation>
    </message>
    <message>
        <source>profiles by name</source>
        <translation>Profile, jeweils mit Namen</translation>
    </message>
    <message>
        <source>a range such as `30 k..500 k`</source>
        <translation>Bereich wie `30 k..500 k`</translation>
    </message>
    <message>
        <source>a range such as `30 k..500 k`, from above 0</source>
        <translation>Bereich wie `30 k..500 k`, der über 0 beginnt</translation>
    </message>
    <message>
        <source>a range that goes up</source>
        <translation>aufsteigender Bereich</translation>
    </message>
    <message>
        <source>a workload without `users` and `arrivals`</source>
        <translation>Last ohne `users` und `arrivals`</translation>
    </message>
    <message>
        <source>%1 that no profile takes a share of</source>
        <translation>%1 ohne ein Profil, das daran einen Anteil hat</translation>
    </message>
    <message>
        <source>a profile without a load of its own</source>
        <translation>Profil ohne eigene Last</translation>
    </message>
    <message>
        <source>shares of 0 % only</source>
        <translation>nur Anteile von 0 %</translation>
    </message>
    <message>
        <source>a workload</source>
        <translation>Last</translation>
    </message>
    <message>
        <source>%1 is not used by this version of Headroom</source>
        <translation>%1 wird von dieser Version von Headroom nicht verwendet</translation>
    </message>
    <message>
        <source>%1 as a mapping is not supported by this version of Headroom</source>
        <translation>%1 als Abbildung wird von dieser Version von Headroom nicht unterstützt</translation>
    </message>
    <message>
        <source>%1 as a list is not supported by this version of Headroom</source>
        <translation>%1 als Liste wird von dieser Version von Headroom nicht unterstützt</translation>
    </message>
    <message>
        <source>%1 is not supported by this version of Headroom</source>
        <translation>%1 wird von dieser Version von Headroom nicht unterstützt</translation>
    </message>
    <message>
        <source>%1 or %2</source>
        <translation>%1 oder %2</translation>
    </message>
    <message>
        <source>%1, which changes `%2`</source>
        <translation>%1, wodurch sich `%2` ändert</translation>
    </message>
    <message>
        <source>a variant that changes components: both sides share everything else</source>
        <translation>Variante, die Komponenten ändert: Alles andere teilen sich beide Seiten</translation>
    </message>
    <message>
        <source>%1, which changes no component</source>
        <translation>%1, wodurch sich keine Komponente ändert</translation>
    </message>
    <message>
        <source>a variant that adds components or changes their settings</source>
        <translation>Variante, die Komponenten hinzufügt oder ihre Einstellungen ändert</translation>
    </message>
    <message>
        <source>%1 in line %2 of the measured values</source>
        <translation>%1 in Zeile %2 der Messwerte</translation>
    </message>
    <message>
        <source>a duration such as `20 ms`, or a number under a first line `ms` or `seconds`</source>
        <translation>Dauer wie `20 ms` oder Zahl unter einer ersten Zeile `ms` oder `seconds`</translation>
    </message>
    <message>
        <source>the file %1</source>
        <translation>die Datei %1</translation>
    </message>
    <message>
        <source>a file in the scenario&apos;s folder or below it</source>
        <translation>Datei im Ordner des Szenarios oder darunter</translation>
    </message>
    <message>
        <source>no readable file %1</source>
        <translation>keine lesbare Datei %1</translation>
    </message>
    <message>
        <source>the file %1 of more than 16 MiB</source>
        <translation>die Datei %1 mit mehr als 16 MiB</translation>
    </message>
    <message>
        <source>at most 16 MiB</source>
        <translation>höchstens 16 MiB</translation>
    </message>
    <message>
        <source>a column of durations</source>
        <translation>Spalte mit Dauern</translation>
    </message>
    <message>
        <source>a CSV file with a column of durations</source>
        <translation>CSV-Datei mit einer Spalte von Dauern</translation>
    </message>
    <message>
        <source>a YAML value on one line, with quotes around text with `: ` or ` #`</source>
        <translation>YAML-Wert in einer Zeile, mit Anführungszeichen um Text mit `: ` oder ` #`</translation>
    </message>
    <message>
        <source>a path that leads to something</source>
        <translation>Pfad, der zu etwas führt</translation>
    </message>
    <message>
        <source>%1 in line %2</source>
        <translation>%1 in Zeile %2</translation>
    </message>
    <message>
        <source>a path such as `components.api.instances`</source>
        <translation>Pfad wie `components.api.instances`</translation>
    </message>
    <message>
        <source>a place that cannot be changed by itself</source>
        <translation>Stelle, die sich nicht für sich allein ändern lässt</translation>
    </message>
    <message>
        <source>to be changed in the text</source>
        <translation>eine Änderung im Text</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>the control character %1</source>
        <translation>das Steuerzeichen %1</translation>
    </message>
    <message>
        <source>the byte %1, which is not UTF-8</source>
        <translation>das Byte %1, das kein UTF-8 ist</translation>
    </message>
    <message>
        <source>text in UTF-8</source>
        <translation>Text in UTF-8</translation>
    </message>
    <message>
        <source>a tab as indentation</source>
        <translation>Tabulator als Einrückung</translation>
    </message>
    <message>
        <source>spaces</source>
        <translation>Leerzeichen</translation>
    </message>
    <message>
        <source>a file of %1 bytes</source>
        <translation>Datei von %1 Bytes</translation>
    </message>
    <message>
        <source>a path that begins with a component or a section of the file</source>
        <translation>Pfad, der mit einer Komponente oder einem Abschnitt der Datei beginnt</translation>
    </message>
    <message>
        <source>the name of something under %1</source>
        <translation>Name von etwas unter %1</translation>
    </message>
    <message>
        <source>a path such as `api.instances` or `api.operations.feed[0].work`</source>
        <translation>Pfad wie `api.instances` oder `api.operations.feed[0].work`</translation>
    </message>
    <message>
        <source>`add` of %1, which is there already</source>
        <translation>`add` von %1, das schon vorhanden ist</translation>
    </message>
    <message>
        <source>`set` for a new value</source>
        <translation>`set` für einen neuen Wert</translation>
    </message>
    <message>
        <source>the variant %1, built on itself by `on`</source>
        <translation>die Variante %1, durch `on` auf sich selbst aufgebaut</translation>
    </message>
    <message>
        <source>variants that build on the base in the end</source>
        <translation>Varianten, die letztlich auf der Basis aufbauen</translation>
    </message>
    <message>
        <source>an empty list</source>
        <translation>leere Liste</translation>
    </message>
    <message>
        <source>an empty mapping</source>
        <translation>leere Abbildung</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>a quote that is never closed</source>
        <translation>Anführungszeichen, das nie geschlossen wird</translation>
    </message>
    <message>
        <source>its closing quote</source>
        <translation>das schließende Anführungszeichen</translation>
    </message>
    <message>
        <source>a second document</source>
        <translation>zweites Dokument</translation>
    </message>
    <message>
        <source>one document in a file</source>
        <translation>ein einziges Dokument je Datei</translation>
    </message>
    <message>
        <source>an alias (`*`)</source>
        <translation>Alias (`*`)</translation>
    </message>
    <message>
        <source>the value itself; a scenario has no anchors and aliases</source>
        <translation>der Wert selbst; ein Szenario hat keine Anker und Aliasse</translation>
    </message>
    <message>
        <source>the anchor `&amp;%1`</source>
        <translation>der Anker `&amp;%1`</translation>
    </message>
    <message>
        <source>the value alone; a scenario has no anchors and aliases</source>
        <translation>nur der Wert; ein Szenario hat keine Anker und Aliasse</translation>
    </message>
    <message>
        <source>the tag `%1`</source>
        <translation>das Tag `%1`</translation>
    </message>
    <message>
        <source>no tag</source>
        <translation>kein Tag</translation>
    </message>
    <message>
        <source>more than %1 levels of nesting</source>
        <translation>mehr als %1 Ebenen der Verschachtelung</translation>
    </message>
    <message>
        <source>more than %1 values</source>
        <translation>mehr als %1 Werte</translation>
    </message>
    <message>
        <source>%1 as a key</source>
        <translation>%1 als Schlüssel</translation>
    </message>
    <message>
        <source>a name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>%1 without quotes</source>
        <translation>%1 ohne Anführungszeichen</translation>
    </message>
    <message>
        <source>quotes around a value with a comma inside { } or [ ]</source>
        <translation>Anführungszeichen um einen Wert mit Komma in { } oder [ ]</translation>
    </message>
    <message>
        <source>the merge key `&lt;&lt;`</source>
        <translation>der Schlüssel `&lt;&lt;` zum Einmischen</translation>
    </message>
    <message>
        <source>the entries themselves</source>
        <translation>die Einträge selbst</translation>
    </message>
    <message>
        <source>`%1` a second time</source>
        <translation>`%1` ein zweites Mal</translation>
    </message>
    <message>
        <source>each key once</source>
        <translation>jeder Schlüssel nur einmal</translation>
    </message>
    <message>
        <source>a `:` where no value can begin</source>
        <translation>`:` an einer Stelle, an der kein Wert beginnen kann</translation>
    </message>
    <message>
        <source>one `key: value` on a line, or quotes around the text</source>
        <translation>ein `key: value` je Zeile oder Anführungszeichen um den Text</translation>
    </message>
    <message>
        <source>a key where none can begin</source>
        <translation>Schlüssel an einer Stelle, an der keiner beginnen kann</translation>
    </message>
    <message>
        <source>one `key: value` on a line</source>
        <translation>ein `key: value` je Zeile</translation>
    </message>
    <message>
        <source>a character that cannot begin a value</source>
        <translation>Zeichen, mit dem kein Wert beginnen kann</translation>
    </message>
    <message>
        <source>quotes around the text</source>
        <translation>Anführungszeichen um den Text</translation>
    </message>
    <message>
        <source>an entry that is out of line with those above it</source>
        <translation>Eintrag, der anders eingerückt ist als die darüber</translation>
    </message>
    <message>
        <source>the same indentation</source>
        <translation>dieselbe Einrückung</translation>
    </message>
    <message>
        <source>an item that is out of line with those above it</source>
        <translation>Listeneintrag, der anders eingerückt ist als die darüber</translation>
    </message>
    <message>
        <source>`{` without its `}`</source>
        <translation>`{` ohne die zugehörige `}`</translation>
    </message>
    <message>
        <source>`}`, and quotes around text with { } [ ] or a comma</source>
        <translation>`}` und Anführungszeichen um Text mit { } [ ] oder einem Komma</translation>
    </message>
    <message>
        <source>`[` without its `]`</source>
        <translation>`[` ohne die zugehörige `]`</translation>
    </message>
    <message>
        <source>`]`, and quotes around text with { } [ ] or a comma</source>
        <translation>`]` und Anführungszeichen um Text mit { } [ ] oder einem Komma</translation>
    </message>
    <message>
        <source>`}` or `]` that closes nothing</source>
        <translation>`}` oder `]`, die nichts schließt</translation>
    </message>
    <message>
        <source>the bracket that opens it</source>
        <translation>die öffnende Klammer dazu</translation>
    </message>
    <message>
        <source>a `-` where no item can begin</source>
        <translation>`-` an einer Stelle, an der kein Listeneintrag beginnen kann</translation>
    </message>
    <message>
        <source>items each on a line of its own</source>
        <translation>jeder Listeneintrag in einer eigenen Zeile</translation>
    </message>
    <message>
        <source>the value itself, or quotes around the text</source>
        <translation>der Wert selbst oder Anführungszeichen um den Text</translation>
    </message>
    <message>
        <source>what is not YAML (%1)</source>
        <translation>etwas, das kein YAML ist (%1)</translation>
    </message>
    <message>
        <source>`mean`, `p50`, `p90`, `p95`, `p99`, `p999` or `max`</source>
        <translation>`mean`, `p50`, `p90`, `p95`, `p99`, `p999` oder `max`</translation>
    </message>
    <message>
        <source>a target and its metric, such as `workload.response_time` or `api.feed.wait`</source>
        <translation>Gegenstand und sein Messwert, etwa `workload.response_time` oder `api.feed.wait`</translation>
    </message>
    <message>
        <source>a metric such as `response_time`, `throughput` or `error_ratio`</source>
        <translation>Messwert wie `response_time`, `throughput` oder `error_ratio`</translation>
    </message>
    <message>
        <source>`)` behind the metric</source>
        <translation>`)` hinter dem Messwert</translation>
    </message>
    <message>
        <source>`%1` of `%2`</source>
        <translation>`%1` von `%2`</translation>
    </message>
    <message>
        <source>a time inside it, such as `response_time`; other metrics are one number</source>
        <translation>Zeit darin, etwa `response_time`; andere Messwerte sind eine einzelne Zahl</translation>
    </message>
    <message>
        <source>the name of a variant behind `@`</source>
        <translation>Name einer Variante hinter `@`</translation>
    </message>
    <message>
        <source>an operation of `%1`</source>
        <translation>Operation von `%1`</translation>
    </message>
    <message>
        <source>an operation of `%1`, behind `%2`</source>
        <translation>Operation von `%1`, hinter `%2`</translation>
    </message>
    <message>
        <source>a component with operations</source>
        <translation>Komponente mit Operationen</translation>
    </message>
    <message>
        <source>more than `%1`</source>
        <translation>mehr als `%1`</translation>
    </message>
    <message>
        <source>a whole number; `gamma` takes any shape</source>
        <translation>ganze Zahl; `gamma` nimmt jeden Formparameter</translation>
    </message>
    <message>
        <source>`%1` with `%2`</source>
        <translation>`%1` mit `%2`</translation>
    </message>
    <message>
        <source>a p95 above the mean and at most 3.868 times it, as a lognormal law has; or `cv=…`</source>
        <translation>p95 über dem Mittelwert und höchstens das 3,868-Fache davon, wie bei einer Lognormalverteilung; oder `cv=…`</translation>
    </message>
    <message>
        <source>both `%1` and `%2`</source>
        <translation>sowohl `%1` als auch `%2`</translation>
    </message>
    <message>
        <source>`p95` or `cv`</source>
        <translation>`p95` oder `cv`</translation>
    </message>
    <message>
        <source>a cv of at least 1; `gamma` takes a smaller one</source>
        <translation>cv von mindestens 1; `gamma` nimmt einen kleineren</translation>
    </message>
    <message>
        <source>a duration such as `20 ms` or a distribution such as `exp(20 ms)`</source>
        <translation>Dauer wie `20 ms` oder Verteilung wie `exp(20 ms)`</translation>
    </message>
    <message>
        <source>one file, as in `%1`</source>
        <translation>eine einzige Datei wie in `%1`</translation>
    </message>
    <message>
        <source>a law that needs no file here</source>
        <translation>Verteilung, die keine Datei braucht</translation>
    </message>
    <message>
        <source>a file with at least one time, none of them negative</source>
        <translation>Datei mit mindestens einer Zeit und ohne negative Zeiten</translation>
    </message>
    <message>
        <source>a share and a distribution, such as `80 % exp(5 ms)`</source>
        <translation>Anteil und Verteilung wie `80 % exp(5 ms)`</translation>
    </message>
    <message>
        <source>mixes inside mixes</source>
        <translation>ineinander geschachtelte `mix`</translation>
    </message>
    <message>
        <source>at most 8 of them inside each other</source>
        <translation>höchstens 8 davon ineinander</translation>
    </message>
    <message>
        <source>parts, as in `%1`</source>
        <translation>Teile wie in `%1`</translation>
    </message>
    <message>
        <source>shares of `%1` in sum</source>
        <translation>Anteile von zusammen `%1`</translation>
    </message>
    <message>
        <source>shares that sum to `100 %`</source>
        <translation>Anteile von zusammen `100 %`</translation>
    </message>
    <message>
        <source>its parameters too, as in `%1`</source>
        <translation>auch die Parameter wie in `%1`</translation>
    </message>
    <message>
        <source>parameters in parentheses</source>
        <translation>Parameter in Klammern</translation>
    </message>
    <message>
        <source>a closing parenthesis</source>
        <translation>schließende Klammer</translation>
    </message>
    <message>
        <source>nothing behind the closing parenthesis</source>
        <translation>nichts hinter der schließenden Klammer</translation>
    </message>
    <message>
        <source>an empty parameter in `%1`</source>
        <translation>leerer Parameter in `%1`</translation>
    </message>
    <message>
        <source>a value at each comma</source>
        <translation>Wert an jedem Komma</translation>
    </message>
    <message>
        <source>parameters with their names, as in `%1`</source>
        <translation>Parameter mit ihren Namen wie in `%1`</translation>
    </message>
    <message>
        <source>no more parameters than `%1`</source>
        <translation>nicht mehr Parameter als in `%1`</translation>
    </message>
    <message>
        <source>a parameter as in `%1`</source>
        <translation>Parameter wie in `%1`</translation>
    </message>
    <message>
        <source>%1 twice</source>
        <translation>%1 doppelt</translation>
    </message>
    <message>
        <source>each parameter once, as in `%1`</source>
        <translation>jeder Parameter nur einmal wie in `%1`</translation>
    </message>
    <message>
        <source>a time above zero</source>
        <translation>Zeit über null</translation>
    </message>
    <message>
        <source>a number from %1 to %2</source>
        <translation>Zahl von %1 bis %2</translation>
    </message>
    <message>
        <source>%1 too, as in `%2`</source>
        <translation>auch %1 wie in `%2`</translation>
    </message>
    <message>
        <source>a number between 1e-300 and 1e300</source>
        <translation>Zahl zwischen 1e-300 und 1e300</translation>
    </message>
    <message>
        <source>a number with a unit, such as `20 ms`, `80 %` or `1000/s`</source>
        <translation>Zahl mit Einheit wie `20 ms`, `80 %` oder `1000/s`</translation>
    </message>
    <message>
        <source>%1 that is not negative</source>
        <translation>%1, nicht negativ</translation>
    </message>
    <message>
        <source>a duration of at most 292 years</source>
        <translation>Dauer von höchstens 292 Jahren</translation>
    </message>
    <message>
        <source>a duration of at least `1 ns`</source>
        <translation>Dauer von mindestens `1 ns`</translation>
    </message>
    <message>
        <source>a size of at most 9 million TB</source>
        <translation>Größe von höchstens 9 Millionen TB</translation>
    </message>
    <message>
        <source>a size of at least `1 B`</source>
        <translation>Größe von mindestens `1 B`</translation>
    </message>
    <message>
        <source>a share of at most `%1`</source>
        <translation>Anteil von höchstens `%1`</translation>
    </message>
    <message>
        <source>a quantity</source>
        <translation>Größe mit Einheit</translation>
    </message>
    <message>
        <source>a duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>a rate</source>
        <translation>Rate</translation>
    </message>
    <message>
        <source>a rate such as `1000/s`</source>
        <translation>Rate wie `1000/s`</translation>
    </message>
    <message>
        <source>a bandwidth</source>
        <translation>Bandbreite</translation>
    </message>
    <message>
        <source>a size such as `50 KB`</source>
        <translation>Größe wie `50 KB`</translation>
    </message>
    <message>
        <source>a share</source>
        <translation>Anteil</translation>
    </message>
    <message>
        <source>a share such as `80 %` or `0.8`</source>
        <translation>Anteil wie `80 %` oder `0.8`</translation>
    </message>
    <message>
        <source>a count</source>
        <translation>Anzahl</translation>
    </message>
    <message>
        <source>an amount</source>
        <translation>Betrag</translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message>
        <source>Give %1 more servers: %2 are %3 busy, and at least %4 are needed to bring them to %5. Or make the work it does for each request shorter.</source>
        <translation>Mehr Server für %1: %2 sind zu %3 ausgelastet, und es braucht mindestens %4, um sie auf %5 zu bringen. Oder die Arbeit je Anfrage verkürzen.</translation>
    </message>
    <message>
        <source>Give %1 more servers: %2 are %3 busy, and about %4 are needed to bring them to %5. Or make the work it does for each request shorter.</source>
        <translation>Mehr Server für %1: %2 sind zu %3 ausgelastet, und es braucht etwa %4, um sie auf %5 zu bringen. Oder die Arbeit je Anfrage verkürzen.</translation>
    </message>
    <message>
        <source>%1 holds requests back though only %2 of its servers are busy: shorten what a request waits for there, or allow more of them at a time.</source>
        <translation>%1 hält Anfragen auf, obwohl dort nur %2 der Server ausgelastet sind: verkürzen, worauf eine Anfrage dort wartet, oder mehr Anfragen zugleich zulassen.</translation>
    </message>
    <message>
        <source>Give %1 more instances: %2 are %3 busy, and at least %4 are needed to bring them to %5. Or make the work it does for each request shorter.</source>
        <translation>Mehr Instanzen für %1: %2 sind zu %3 ausgelastet, und es braucht mindestens %4, um sie auf %5 zu bringen. Oder die Arbeit je Anfrage verkürzen.</translation>
    </message>
    <message>
        <source>Give %1 more instances: %2 are %3 busy, and about %4 are needed to bring them to %5. Or make the work it does for each request shorter.</source>
        <translation>Mehr Instanzen für %1: %2 sind zu %3 ausgelastet, und es braucht etwa %4, um sie auf %5 zu bringen. Oder die Arbeit je Anfrage verkürzen.</translation>
    </message>
    <message>
        <source>%1 holds requests back though only %2 of its instances are busy: shorten what a request waits for there, or allow more of them at a time.</source>
        <translation>%1 hält Anfragen auf, obwohl dort nur %2 der Instanzen ausgelastet sind: verkürzen, worauf eine Anfrage dort wartet, oder mehr Anfragen zugleich zulassen.</translation>
    </message>
    <message>
        <source>Give %1 more connections: %2 are %3 busy, and at least %4 are needed to bring them to %5. Or make the work it does for each request shorter.</source>
        <translation>Mehr Verbindungen für %1: %2 sind zu %3 belegt, und es braucht mindestens %4, um sie auf %5 zu bringen. Oder die Arbeit je Anfrage verkürzen.</translation>
    </message>
    <message>
        <source>Give %1 more connections: %2 are %3 busy, and about %4 are needed to bring them to %5. Or make the work it does for each request shorter.</source>
        <translation>Mehr Verbindungen für %1: %2 sind zu %3 belegt, und es braucht etwa %4, um sie auf %5 zu bringen. Oder die Arbeit je Anfrage verkürzen.</translation>
    </message>
    <message>
        <source>%1 holds requests back though only %2 of its connections are busy: shorten what a request waits for there, or allow more of them at a time.</source>
        <translation>%1 hält Anfragen auf, obwohl dort nur %2 der Verbindungen belegt sind: verkürzen, worauf eine Anfrage dort wartet, oder mehr Anfragen zugleich zulassen.</translation>
    </message>
    <message>
        <source>More connections in %1 would only move the waiting line to %2, which is busy itself: relieve that first.</source>
        <translation>Mehr Verbindungen in %1 würden die Warteschlange nur zu %2 verlagern, wo auch alles ausgelastet ist: zuerst dort entlasten.</translation>
    </message>
    <message>
        <source>%1 is somebody else&apos;s: ask it less often, several times at once, or without waiting for it.</source>
        <translation>%1 gehört jemand anderem: seltener fragen, mehrere Anfragen zugleich stellen oder nicht auf die Antwort warten.</translation>
    </message>
    <message>
        <source>Look-ups in %1 take a large part of the time: a nearer tier in front would answer most.</source>
        <translation>Abfragen in %1 kosten einen großen Teil der Zeit: Eine nähere Stufe davor würde die meisten beantworten.</translation>
    </message>
    <message>
        <source>The time is lost between the user and the system: fewer or smaller round trips would shorten it.</source>
        <translation>Die Zeit geht zwischen Nutzer und System verloren: Weniger oder kleinere Umläufe würden sie verkürzen.</translation>
    </message>
    <message>
        <source>The time is lost between %1 and what is behind it: a longer lifetime or more room at the edge would answer more there.</source>
        <translation>Die Zeit geht zwischen %1 und dem verloren, was dahinter liegt: Eine längere Gültigkeit oder mehr Platz am Rand würde dort mehr beantworten.</translation>
    </message>
    <message>
        <source>Messages wait in %1: relieve %2, or let more consumers take them.</source>
        <translation>In %1 warten Nachrichten: %2 entlasten oder sie von mehr Verbrauchern abnehmen lassen.</translation>
    </message>
    <message>
        <source>Requests wait behind %1: relieve what it passes them to.</source>
        <translation>Hinter %1 warten Anfragen: entlasten, wohin sie von dort weitergehen.</translation>
    </message>
    <message>
        <source>Let %1 answer more: only %2 of its look-ups are hits. More entries or a longer lifetime take load off all that is behind it.</source>
        <translation>%1 mehr beantworten lassen: Nur %2 der Abfragen sind Treffer. Mehr Einträge oder eine längere Gültigkeit entlasten alles, was dahinter liegt.</translation>
    </message>
    <message>
        <source>Universal scalability of users and throughput: contention %1, coherency %2</source>
        <translation>Universelles Skalierungsgesetz für Nutzer und Durchsatz: Konkurrenz %1, Kohärenz %2</translation>
    </message>
    <message>
        <source>Universal scalability of users and throughput: contention %1, coherency %2, most throughput at %3 users</source>
        <translation>Universelles Skalierungsgesetz für Nutzer und Durchsatz: Konkurrenz %1, Kohärenz %2, größter Durchsatz bei %3 Nutzern</translation>
    </message>
    <message>
        <source>series</source>
        <translation>Reihe</translation>
    </message>
    <message>
        <source>measured</source>
        <translation>gemessen</translation>
    </message>
    <message>
        <source>model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>MAPE</source>
        <translation>MAPE</translation>
    </message>
    <message>
        <source>bias</source>
        <translation>Bias</translation>
    </message>
    <message>
        <source>correlation</source>
        <translation>Korrelation</translation>
    </message>
    <message>
        <source>inside</source>
        <translation>innerhalb</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>parameter</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>was</source>
        <translation>war</translation>
    </message>
    <message>
        <source>is</source>
        <translation>ist</translation>
    </message>
    <message>
        <source>from</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>The data cannot tell: %1</source>
        <translation>Die Daten können nicht sagen: %1</translation>
    </message>
    <message>
        <source>Note: %1</source>
        <translation>Hinweis: %1</translation>
    </message>
    <message>
        <source>A burn rate of 1x spends the budget exactly by the end of its period. Somebody is told when it burns too fast over a long and a short window: 2 % of the budget in 1 h or 5 % in 6 h is a page, 10 % in 1 or 3 days a ticket (Google, Site Reliability Workbook). Times are those of the first replication.</source>
        <translation>Eine Verbrauchsrate von 1x verbraucht das Budget genau bis zum Ende seines Zeitraums. Jemand erfährt es, wenn es über ein langes und ein kurzes Fenster zu schnell abbrennt: 2 % des Budgets in 1 h oder 5 % in 6 h geben einen Alarmruf, 10 % in 1 oder 3 Tagen ein Ticket (Google, Site Reliability Workbook). Die Zeiten sind die der ersten Wiederholung.</translation>
    </message>
    <message>
        <source>Fired: in the first replication. Of the time: in all of them.</source>
        <translation>Ausgelöst: in der ersten Wiederholung. Zeitanteil: in allen.</translation>
    </message>
    <message>
        <source>What was metered, scaled to a month of 730 h: %1.</source>
        <translation>Was gemessen und berechnet wurde, auf einen Monat von 730 h hochgerechnet: %1.</translation>
    </message>
    <message>
        <source>What was metered, scaled to a month of 730 h: %1, or %2 for each 1,000 users.</source>
        <translation>Was gemessen und berechnet wurde, auf einen Monat von 730 h hochgerechnet: %1, das sind %2 je 1000 Nutzer.</translation>
    </message>
    <message>
        <source>%1 replication of %2, seed %3, %4 confidence.</source>
        <translation>%1 Wiederholung von %2, Startwert %3, Vertrauensniveau %4.</translation>
    </message>
    <message>
        <source>%1 replications of %2, seed %3, %4 confidence.</source>
        <translation>%1 Wiederholungen zu je %2, Startwert %3, Vertrauensniveau %4.</translation>
    </message>
    <message>
        <source>Warm-up of %1 not counted.</source>
        <translation>Einlaufen von %1 nicht mitgezählt.</translation>
    </message>
    <message>
        <source>No warm-up cut.</source>
        <translation>Kein Einlaufen abgeschnitten.</translation>
    </message>
    <message>
        <source>%1 events in %2.</source>
        <translation>%1 Ereignisse in %2.</translation>
    </message>
    <message>
        <source>Architecture</source>
        <translation>Architektur</translation>
    </message>
    <message>
        <source>Over time</source>
        <translation>Über der Zeit</translation>
    </message>
    <message>
        <source>%1, on %2</source>
        <translation>%1, auf der Grundlage von %2</translation>
    </message>
    <message>
        <source>Actions per second</source>
        <translation>Aktionen je Sekunde</translation>
    </message>
    <message>
        <source>Response time, mean</source>
        <translation>Antwortzeit, Mittel</translation>
    </message>
    <message>
        <source>Response time, P95</source>
        <translation>Antwortzeit, P95</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Hit ratio of %1</source>
        <translation>Trefferquote von %1</translation>
    </message>
    <message>
        <source>Cost a month</source>
        <translation>Kosten im Monat</translation>
    </message>
    <message>
        <source>A month for 1,000 users</source>
        <translation>1000 Nutzer im Monat</translation>
    </message>
    <message>
        <source>Health, of 100</source>
        <translation>Gesundheit, von 100</translation>
    </message>
    <message>
        <source>Faults</source>
        <translation>Störungen</translation>
    </message>
    <message>
        <source>Error budgets</source>
        <translation>Fehlerbudgets</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>Alarme</translation>
    </message>
    <message>
        <source>Components</source>
        <translation>Komponenten</translation>
    </message>
    <message>
        <source>What users see</source>
        <translation>Was Nutzer sehen</translation>
    </message>
    <message>
        <source>Health: %1</source>
        <translation>Gesundheit: %1</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Objectives</source>
        <translation>Ziele</translation>
    </message>
    <message>
        <source>What was simulated</source>
        <translation>Was simuliert wurde</translation>
    </message>
    <message>
        <source>Assumptions</source>
        <translation>Annahmen</translation>
    </message>
    <message>
        <source>The scenario states none.</source>
        <translation>Das Szenario nennt keine.</translation>
    </message>
    <message>
        <source>To run it again</source>
        <translation>Noch einmal laufen lassen</translation>
    </message>
    <message>
        <source>The same file, seed and version (headroom %1) give the same figures, on any number of threads.</source>
        <translation>Dieselbe Datei, derselbe Startwert und dieselbe Version (headroom %1) ergeben dieselben Zahlen, gleich mit wie vielen Threads.</translation>
    </message>
    <message>
        <source>The scenario, %1</source>
        <translation>Das Szenario, %1</translation>
    </message>
    <message>
        <source>± is the half-width of the %1 confidence interval, in the unit of its figure.</source>
        <translation>± ist die halbe Breite des Vertrauensintervalls zum Niveau %1, in der Einheit der Größe.</translation>
    </message>
    <message>
        <source>Hits: hit ratio of %1.</source>
        <translation>Treffer: Trefferquote von %1.</translation>
    </message>
    <message>
        <source>Claims</source>
        <translation>Behauptungen</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>Claim</source>
        <translation>Behauptung</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Model gives</source>
        <translation>Modell ergibt</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>All scenarios</source>
        <translation>Alle Szenarien</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>Szenario</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>Stimmen</translation>
    </message>
    <message>
        <source>Do not hold</source>
        <translation>Stimmen nicht</translation>
    </message>
    <message>
        <source>Cannot hold</source>
        <translation>Können nicht stimmen</translation>
    </message>
    <message>
        <source>Cannot be judged</source>
        <translation>Nicht beurteilbar</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>Grenze</translation>
    </message>
    <message>
        <source>Limit by theory</source>
        <translation>Grenze nach der Theorie</translation>
    </message>
    <message>
        <source>Knee</source>
        <translation>Knie</translation>
    </message>
    <message>
        <source>Collapse</source>
        <translation>Zusammenbruch</translation>
    </message>
    <message>
        <source>A month at %1</source>
        <translation>Ein Monat für %1</translation>
    </message>
    <message>
        <source>%1 against the load, by theory and by simulation.</source>
        <translation>%1 über der Last, nach Theorie und Simulation.</translation>
    </message>
    <message>
        <source>arrivals per second</source>
        <translation>Ankünfte je Sekunde</translation>
    </message>
    <message>
        <source>users</source>
        <translation>Nutzer</translation>
    </message>
    <message>
        <source>theory</source>
        <translation>Theorie</translation>
    </message>
    <message>
        <source>simulation</source>
        <translation>Simulation</translation>
    </message>
    <message>
        <source>95th percentile of the response time</source>
        <translation>95. Perzentil der Antwortzeit</translation>
    </message>
    <message>
        <source>Share of actions that end in an error</source>
        <translation>Anteil der Aktionen, die mit einem Fehler enden</translation>
    </message>
    <message>
        <source>Actions answered per second</source>
        <translation>Beantwortete Aktionen je Sekunde</translation>
    </message>
    <message>
        <source>Interrupted; this is what was finished.</source>
        <translation>Angehalten; das ist, was fertig wurde.</translation>
    </message>
    <message>
        <source>%1 simulation of %2, up to %3 replications each, seed %4.</source>
        <translation>%1 Simulation von %2 mit bis zu %3 Wiederholungen, Startwert %4.</translation>
    </message>
    <message>
        <source>%1 simulations of %2, up to %3 replications each, seed %4.</source>
        <translation>%1 Simulationen von %2 mit je bis zu %3 Wiederholungen, Startwert %4.</translation>
    </message>
    <message>
        <source>capacity, simulated</source>
        <translation>Kapazität, simuliert</translation>
    </message>
    <message>
        <source>capacity, by theory</source>
        <translation>Kapazität, nach der Theorie</translation>
    </message>
    <message>
        <source>Against the load</source>
        <translation>Über der Last</translation>
    </message>
    <message>
        <source>Objectives at %1</source>
        <translation>Ziele für %1</translation>
    </message>
    <message>
        <source>Components at %1</source>
        <translation>Komponenten für %1</translation>
    </message>
    <message>
        <source>What moves the limit</source>
        <translation>Was die Grenze verschiebt</translation>
    </message>
    <message>
        <source>Each number of the file a tenth larger; the change of the limit by theory.</source>
        <translation>Jede Zahl der Datei um ein Zehntel größer; die Änderung der Grenze nach der Theorie.</translation>
    </message>
    <message>
        <source>Beyond, the objective `%1` is missed, and %2 holds the system back.</source>
        <translation>Darüber wird das Ziel `%1` verfehlt, und %2 bremst das System.</translation>
    </message>
    <message>
        <source>Beyond, the objective `%1` is missed.</source>
        <translation>Darüber wird das Ziel `%1` verfehlt.</translation>
    </message>
    <message>
        <source>Beyond, %2 holds the system back.</source>
        <translation>Darüber bremst %2 das System.</translation>
    </message>
    <message>
        <source>then the objective `%1` is missed, and %2 holds the system back</source>
        <translation>dann wird das Ziel `%1` verfehlt, und %2 bremst das System</translation>
    </message>
    <message>
        <source>then the objective `%1` is missed</source>
        <translation>dann wird das Ziel `%1` verfehlt</translation>
    </message>
    <message>
        <source>then %2 holds the system back</source>
        <translation>dann bremst %2 das System</translation>
    </message>
    <message>
        <source>Every objective holds up to %1.</source>
        <translation>Jedes Ziel wird bis %1 gehalten.</translation>
    </message>
    <message>
        <source>Every objective holds up to %1 by theory; the limit was not simulated.</source>
        <translation>Nach der Theorie wird jedes Ziel bis %1 gehalten; die Grenze wurde nicht simuliert.</translation>
    </message>
    <message>
        <source>Every other objective holds up to %1.</source>
        <translation>Jedes andere Ziel wird bis %1 gehalten.</translation>
    </message>
    <message>
        <source>Every other objective holds up to %1 by theory; the limit was not simulated.</source>
        <translation>Nach der Theorie wird jedes andere Ziel bis %1 gehalten; die Grenze wurde nicht simuliert.</translation>
    </message>
    <message>
        <source>With %1 it goes on to %2 by theory</source>
        <translation>Mit %1 geht es nach der Theorie weiter bis %2</translation>
    </message>
    <message>
        <source>With %1 it goes on to %2 by theory, and a simulation a little below held</source>
        <translation>Mit %1 geht es nach der Theorie weiter bis %2, und eine Simulation etwas darunter hielt jedes Ziel</translation>
    </message>
    <message>
        <source>With %1 it goes on to %2 by theory, but a simulation a little below missed</source>
        <translation>Mit %1 geht es nach der Theorie weiter bis %2, aber eine Simulation etwas darunter verfehlte ein Ziel</translation>
    </message>
    <message>
        <source>%1 users</source>
        <translation>%1 Nutzer</translation>
    </message>
    <message>
        <source>Every objective holds at every load looked at, up to 64 times the end of the range: nothing that the scenario states gives way.</source>
        <translation>Jedes Ziel wird bei jeder betrachteten Last gehalten, bis zum 64-Fachen des Bereichsendes: Nichts, was das Szenario nennt, gibt nach.</translation>
    </message>
    <message>
        <source>No load was found at which every objective holds.</source>
        <translation>Es wurde keine Last gefunden, bei der jedes Ziel gehalten wird.</translation>
    </message>
    <message>
        <source>Missed at the smallest load already, and so left out of the limit: %1.</source>
        <translation>Schon bei der kleinsten Last verfehlt und deshalb bei der Grenze nicht mitgezählt: %1.</translation>
    </message>
    <message>
        <source>The knee is at %1: beyond, response times grow faster than throughput.</source>
        <translation>Knie: %1. Darüber wachsen die Antwortzeiten schneller als der Durchsatz.</translation>
    </message>
    <message>
        <source>It collapses at %1: goodput has fallen by a tenth there.</source>
        <translation>Zusammenbruch: %1. Dort ist der Nutzdurchsatz um ein Zehntel gefallen.</translation>
    </message>
    <message>
        <source>No collapse was seen: goodput does not fall by a tenth anywhere in the range.</source>
        <translation>Kein Zusammenbruch zu sehen: Der Nutzdurchsatz fällt nirgends im Bereich um ein Zehntel.</translation>
    </message>
    <message>
        <source>Theory alone puts the limit at %1 (%2).</source>
        <translation>Die Theorie allein setzt die Grenze auf %1 (%2).</translation>
    </message>
    <message>
        <source>Against load</source>
        <translation>Über der Last</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>Last</translation>
    </message>
    <message>
        <source>Goodput</source>
        <translation>Nutzdurchsatz</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>P95</source>
        <translation>P95</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Durch</translation>
    </message>
    <message>
        <source>What moves the limit (each a tenth larger, by theory)</source>
        <translation>Was die Grenze verschiebt (jede Zahl um ein Zehntel größer, nach der Theorie)</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Zahl</translation>
    </message>
    <message>
        <source>no difference seen</source>
        <translation>kein Unterschied zu sehen</translation>
    </message>
    <message>
        <source>more</source>
        <translation>mehr</translation>
    </message>
    <message>
        <source>less</source>
        <translation>weniger</translation>
    </message>
    <message>
        <source>better</source>
        <translation>besser</translation>
    </message>
    <message>
        <source>worse</source>
        <translation>schlechter</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>pp</source>
        <translation>PP</translation>
    </message>
    <message>
        <source>%1 against %2</source>
        <translation>%1 gegen %2</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Unterschied</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>%1 (between %2 and more than 10 years from now)</source>
        <translation>%1 (zwischen %2 und einem Tag in mehr als 10 Jahren)</translation>
    </message>
    <message>
        <source>%1 (between %2 and %3)</source>
        <translation>%1 (zwischen %2 und %3)</translation>
    </message>
    <message>
        <source>By theory `%1` is missed from %2 on</source>
        <translation>Nach der Theorie wird `%1` ab %2 verfehlt</translation>
    </message>
    <message>
        <source>By theory `%1` is missed from %2 on (between %3 and more than 10 years from now)</source>
        <translation>Nach der Theorie wird `%1` ab %2 verfehlt (zwischen %3 und einem Tag in mehr als 10 Jahren)</translation>
    </message>
    <message>
        <source>By theory `%1` is missed from %2 on (between %3 and %4)</source>
        <translation>Nach der Theorie wird `%1` ab %2 verfehlt (zwischen %3 und %4)</translation>
    </message>
    <message>
        <source>Every objective then holds up to %1 instead of %2, which is until %3</source>
        <translation>Jedes Ziel wird dann bis %1 statt bis %2 gehalten, das reicht bis zum %3</translation>
    </message>
    <message>
        <source>Every objective then holds up to %1 instead of %2, which is enough for ten years</source>
        <translation>Jedes Ziel wird dann bis %1 statt bis %2 gehalten, das reicht für zehn Jahre</translation>
    </message>
    <message>
        <source>at the present load it costs nothing more</source>
        <translation>bei der heutigen Last kostet es nichts zusätzlich</translation>
    </message>
    <message>
        <source>at the present load it costs %1 more a month</source>
        <translation>bei der heutigen Last kostet es %1 im Monat mehr</translation>
    </message>
    <message>
        <source>at the present load it costs %1 less a month</source>
        <translation>bei der heutigen Last kostet es %1 im Monat weniger</translation>
    </message>
    <message>
        <source>It was not simulated.</source>
        <translation>Simuliert wurde das nicht.</translation>
    </message>
    <message>
        <source>A simulation of it at %1 kept every objective.</source>
        <translation>Eine Simulation davon für %1 hielt jedes Ziel.</translation>
    </message>
    <message>
        <source>But a simulation of it at %1 missed one: theory is too hopeful here.</source>
        <translation>Aber eine Simulation davon für %1 verfehlte eines: Die Theorie ist hier zu zuversichtlich.</translation>
    </message>
    <message>
        <source>In ten years or later: %1</source>
        <translation>In zehn Jahren oder später: %1</translation>
    </message>
    <message>
        <source>Now: %1</source>
        <translation>Jetzt: %1</translation>
    </message>
    <message>
        <source>Before %1: %2</source>
        <translation>Vor dem %1: %2</translation>
    </message>
    <message>
        <source>What is kept now is then kept up to %1 instead of %2 by theory</source>
        <translation>Was heute gehalten wird, wird dann nach der Theorie bis %1 statt bis %2 gehalten</translation>
    </message>
    <message>
        <source>A month costs %1 at %2, and %3 as it is on %4</source>
        <translation>Ein Monat kostet %1 für %2, beim Stand vom %4 sind es %3</translation>
    </message>
    <message>
        <source>a month costs %1 at %2, and %3 as it is on %4</source>
        <translation>ein Monat kostet %1 für %2, beim Stand vom %4 sind es %3</translation>
    </message>
    <message>
        <source>By theory nothing that is kept now is missed within ten years.</source>
        <translation>Nach der Theorie wird binnen zehn Jahren nichts verfehlt, was heute gehalten wird.</translation>
    </message>
    <message>
        <source>%1, at %2.</source>
        <translation>%1; dann sind es %2.</translation>
    </message>
    <message>
        <source>not within 10 years</source>
        <translation>nicht binnen 10 Jahren</translation>
    </message>
    <message>
        <source>What is kept now is kept up to %1 by simulation.</source>
        <translation>Was heute gehalten wird, wird nach der Simulation bis %1 gehalten.</translation>
    </message>
    <message>
        <source>That is not reached within ten years.</source>
        <translation>Das wird binnen zehn Jahren nicht erreicht.</translation>
    </message>
    <message>
        <source>That is reached now.</source>
        <translation>Das ist jetzt erreicht.</translation>
    </message>
    <message>
        <source>That is reached on %1.</source>
        <translation>Erreicht wird das am %1.</translation>
    </message>
    <message>
        <source>The load falls by %1 a month: from %2 on %3 to %4 by %5</source>
        <translation>Die Last fällt um %1 im Monat: am %3 sind es %2, am %5 werden es %4 sein</translation>
    </message>
    <message>
        <source>The load grows by %1 a month: from %2 on %3 to %4 by %5</source>
        <translation>Die Last wächst um %1 im Monat: am %3 sind es %2, am %5 werden es %4 sein</translation>
    </message>
    <message>
        <source>%1, at most %2 with %3 confidence; that is what to prepare for.</source>
        <translation>%1, höchstens %2 beim Vertrauensniveau %3; dafür ist vorzusorgen.</translation>
    </message>
    <message>
        <source>When each objective falls, by theory</source>
        <translation>Wann jedes Ziel fällt, nach der Theorie</translation>
    </message>
    <message>
        <source>Objective</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>Holds up to</source>
        <translation>Hält bis</translation>
    </message>
    <message>
        <source>Falls</source>
        <translation>Fällt</translation>
    </message>
    <message>
        <source>Earliest</source>
        <translation>Frühestens</translation>
    </message>
    <message>
        <source>Latest</source>
        <translation>Spätestens</translation>
    </message>
    <message>
        <source>is missed now</source>
        <translation>wird jetzt verfehlt</translation>
    </message>
    <message>
        <source>%1 errors</source>
        <translation>%1 Fehler</translation>
    </message>
    <message>
        <source>Architecture of %1</source>
        <translation>Architektur von %1</translation>
    </message>
    <message>
        <source>%1 calls %2.</source>
        <translation>%1 ruft %2 auf.</translation>
    </message>
    <message>
        <source>%1 calls %2 (%3).</source>
        <translation>%1 ruft %2 auf (%3).</translation>
    </message>
    <message>
        <source>%1 holds it back.</source>
        <translation>%1 bremst das System.</translation>
    </message>
    <message>
        <source>hit ratio %1</source>
        <translation>Trefferquote %1</translation>
    </message>
    <message>
        <source>bottleneck</source>
        <translation>Engpass</translation>
    </message>
    <message>
        <source>0 % busy</source>
        <translation>0 % ausgelastet</translation>
    </message>
    <message>
        <source>%1, from %2: %3</source>
        <translation>%1, ab %2: %3</translation>
    </message>
    <message>
        <source>simulated time</source>
        <translation>simulierte Zeit</translation>
    </message>
    <message>
        <source>en</source>
        <translation>de</translation>
    </message>
    <message>
        <source>What to try</source>
        <translation>Was zu versuchen ist</translation>
    </message>
    <message>
        <source>low</source>
        <translation>niedrig</translation>
    </message>
    <message>
        <source>medium</source>
        <translation>mittel</translation>
    </message>
    <message>
        <source>high</source>
        <translation>hoch</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>critical</source>
        <translation>kritisch</translation>
    </message>
    <message>
        <source>objectives</source>
        <translation>Ziele</translation>
    </message>
    <message>
        <source>errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>headroom</source>
        <translation>Reserve</translation>
    </message>
    <message>
        <source>alerts</source>
        <translation>Alarme</translation>
    </message>
    <message>
        <source>instance-hours</source>
        <translation>Instanzstunden</translation>
    </message>
    <message>
        <source>vCPU-seconds</source>
        <translation>vCPU-Sekunden</translation>
    </message>
    <message>
        <source>GiB-seconds</source>
        <translation>GiB-Sekunden</translation>
    </message>
    <message>
        <source>GHz-seconds</source>
        <translation>GHz-Sekunden</translation>
    </message>
    <message>
        <source>CPU-seconds used</source>
        <translation>verbrauchte CPU-Sekunden</translation>
    </message>
    <message>
        <source>requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>items</source>
        <translation>Einträge</translation>
    </message>
    <message>
        <source>reads</source>
        <translation>Lesezugriffe</translation>
    </message>
    <message>
        <source>writes</source>
        <translation>Schreibzugriffe</translation>
    </message>
    <message>
        <source>deletes</source>
        <translation>Löschzugriffe</translation>
    </message>
    <message>
        <source>GB stored</source>
        <translation>GB gespeichert</translation>
    </message>
    <message>
        <source>GB sent</source>
        <translation>GB gesendet</translation>
    </message>
    <message>
        <source>GB processed</source>
        <translation>GB verarbeitet</translation>
    </message>
    <message>
        <source>months</source>
        <translation>Monate</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>quiet</source>
        <translation>ruhig</translation>
    </message>
    <message>
        <source>fired</source>
        <translation>ausgelöst</translation>
    </message>
    <message>
        <source>%1 days</source>
        <translation>%1 Tagen</translation>
    </message>
    <message>
        <source>page: %1</source>
        <translation>Alarmruf: %1</translation>
    </message>
    <message>
        <source>ticket: %1</source>
        <translation>Ticket: %1</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>niemand</translation>
    </message>
    <message>
        <source>not in its period</source>
        <translation>nicht in seinem Zeitraum</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>nach %1</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation>%1 in %2</translation>
    </message>
    <message>
        <source>%1 (weak source)</source>
        <translation>%1 (schwache Quelle)</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 und %2 weitere</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Alert</source>
        <translation>Alarm</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Schwere</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>Bedingung</translation>
    </message>
    <message>
        <source>Fired</source>
        <translation>Ausgelöst</translation>
    </message>
    <message>
        <source>Replications</source>
        <translation>Wiederholungen</translation>
    </message>
    <message>
        <source>Of the time</source>
        <translation>Zeitanteil</translation>
    </message>
    <message>
        <source>Budget</source>
        <translation>Budget</translation>
    </message>
    <message>
        <source>Burn rate</source>
        <translation>Verbrauchsrate</translation>
    </message>
    <message>
        <source>Spent</source>
        <translation>Verbraucht</translation>
    </message>
    <message>
        <source>Who is told</source>
        <translation>Wer erfährt es</translation>
    </message>
    <message>
        <source>Component</source>
        <translation>Komponente</translation>
    </message>
    <message>
        <source>Metered</source>
        <translation>Gemessen</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>Component in all</source>
        <translation>Komponente gesamt</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Preis</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>Gesundheit</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Teil</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Gewicht</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Punkte</translation>
    </message>
    <message>
        <source>%1 of 100</source>
        <translation>%1 von 100</translation>
    </message>
    <message>
        <source>health is not known: none of its parts is</source>
        <translation>die Gesundheit ist nicht bekannt: keiner ihrer Teile ist es</translation>
    </message>
    <message>
        <source>health = 100 x (%1) = %2</source>
        <translation>Gesundheit = 100 x (%1) = %2</translation>
    </message>
    <message>
        <source>health = 100 x (%1) / %2 = %3</source>
        <translation>Gesundheit = 100 x (%1) / %2 = %3</translation>
    </message>
    <message>
        <source>warm-up</source>
        <translation>Einlaufen</translation>
    </message>
    <message>
        <source>Nothing was there to measure.</source>
        <translation>Es gab nichts zu messen.</translation>
    </message>
    <message>
        <source>at %1 %2 is missed with %3 (objective: %4)</source>
        <translation>für %1 wird %2 mit %3 verfehlt (Ziel: %4)</translation>
    </message>
    <message>
        <source>at %1 an objective could not be judged</source>
        <translation>für %1 ließ sich ein Ziel nicht beurteilen</translation>
    </message>
    <message>
        <source>%1, held back by %2</source>
        <translation>%1, gebremst von %2</translation>
    </message>
    <message>
        <source>%1: the scenario states no objective.</source>
        <translation>%1: Das Szenario nennt kein Ziel.</translation>
    </message>
    <message>
        <source>%1 holds at no load tried: already %2.</source>
        <translation>%1 hält bei keiner der versuchten Lasten alle Ziele: Schon %2.</translation>
    </message>
    <message>
        <source>%1 holds every objective at every load tried, up to %2.</source>
        <translation>%1 hält jedes Ziel bei jeder versuchten Last, bis %2.</translation>
    </message>
    <message>
        <source>%1 holds every objective up to %2; %3.</source>
        <translation>%1 hält jedes Ziel bis %2; %3.</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>PDF needs the graphical part of Qt, which this process was started without</source>
        <translation>PDF braucht den grafischen Teil von Qt, ohne den dieser Prozess gestartet wurde</translation>
    </message>
    <message>
        <source>there is no font on this machine, expected one such as that of the package fonts-dejavu-core</source>
        <translation>auf diesem Rechner gibt es keine Schrift; erwartet wird eine wie die des Pakets fonts-dejavu-core</translation>
    </message>
    <message>
        <source>Documented claims</source>
        <translation>Dokumentierte Behauptungen</translation>
    </message>
    <message>
        <source>Figures that a document asserts, held against the simulation.</source>
        <translation>Zahlen, die ein Dokument behauptet, an der Simulation gemessen.</translation>
    </message>
    <message>
        <source>Differences are by replications paired on common random numbers; one whose interval leaves out 0 is called one. Of figures that do not differ, %1 will be called so by chance. pp: percentage points.</source>
        <translation>Unterschiede sind die von Wiederholungen, paarweise mit gemeinsamen Zufallszahlen; als Unterschied gilt nur einer, dessen Intervall die 0 nicht enthält. Von Größen, die sich nicht unterscheiden, gelten %1 durch Zufall als verschieden. PP: Prozentpunkte.</translation>
    </message>
    <message>
        <source>simulated</source>
        <translation>simuliert</translation>
    </message>
    <message>
        <source>compared</source>
        <translation>verglichen</translation>
    </message>
    <message>
        <source>claims audited</source>
        <translation>Behauptungen geprüft</translation>
    </message>
    <message>
        <source>The scenario states no claims.</source>
        <translation>Das Szenario nennt keine Behauptungen.</translation>
    </message>
    <message>
        <source>Every run</source>
        <translation>Jeder Lauf</translation>
    </message>
    <message>
        <source>%1 over simulated time, %2.</source>
        <translation>%1 über der simulierten Zeit, %2.</translation>
    </message>
    <message>
        <source>%1 available</source>
        <translation>%1 verfügbar</translation>
    </message>
    <message>
        <source>Response time of users&apos; actions</source>
        <translation>Antwortzeit der Aktionen der Nutzer</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>beantwortet</translation>
    </message>
    <message>
        <source>begun</source>
        <translation>begonnen</translation>
    </message>
    <message>
        <source>%1, the %2 highest</source>
        <translation>%1, die %2 höchsten</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>Nutzer</translation>
    </message>
    <message>
        <source>%1 against the load, a line for each variant.</source>
        <translation>%1 über der Last, eine Linie je Variante.</translation>
    </message>
    <message>
        <source>Utilisation</source>
        <translation>Auslastung</translation>
    </message>
    <message>
        <source>Requests waiting</source>
        <translation>Wartende Anfragen</translation>
    </message>
    <message>
        <source>Instances</source>
        <translation>Instanzen</translation>
    </message>
    <message>
        <source>Utilisation of every component over time</source>
        <translation>Auslastung jeder Komponente über der Zeit</translation>
    </message>
    <message>
        <source>Utilisation by component and time. The means are in the table of components.</source>
        <translation>Auslastung nach Komponente und Zeit. Die Mittelwerte stehen in der Tabelle der Komponenten.</translation>
    </message>
    <message>
        <source>base</source>
        <translation>Basis</translation>
    </message>
    <message>
        <source>No setting was found that keeps every objective.</source>
        <translation>Es wurde keine Einstellung gefunden, die jedes Ziel hält.</translation>
    </message>
    <message>
        <source>No setting was found that keeps every objective: `%1` is missed.</source>
        <translation>Es wurde keine Einstellung gefunden, die jedes Ziel hält: `%1` wird verfehlt.</translation>
    </message>
    <message>
        <source>No setting was found that keeps every objective even with %1, which comes nearest.</source>
        <translation>Es wurde keine Einstellung gefunden, die jedes Ziel hält, auch nicht mit %1, was dem am nächsten kommt.</translation>
    </message>
    <message>
        <source>No setting was found that keeps every objective: `%1` is missed even with %2, which comes nearest.</source>
        <translation>Es wurde keine Einstellung gefunden, die jedes Ziel hält: `%1` wird auch mit %2 verfehlt, was dem am nächsten kommt.</translation>
    </message>
    <message>
        <source>Theory looked at %1 setting, which is all of them</source>
        <translation>Die Theorie hat %1 Einstellung betrachtet, das ist die einzige</translation>
    </message>
    <message>
        <source>Theory looked at %1 settings, which is all of them</source>
        <translation>Die Theorie hat %1 Einstellungen betrachtet, das sind alle</translation>
    </message>
    <message>
        <source>Theory looked at %1 setting, lowering one after the other</source>
        <translation>Die Theorie hat %1 Einstellung betrachtet und dabei einen Parameter nach dem anderen gesenkt</translation>
    </message>
    <message>
        <source>Theory looked at %1 settings, lowering one after the other</source>
        <translation>Die Theorie hat %1 Einstellungen betrachtet und dabei einen Parameter nach dem anderen gesenkt</translation>
    </message>
    <message>
        <source>The cheapest that keeps every objective is %1, at %2 a month.</source>
        <translation>Am günstigsten hält %1 jedes Ziel, für %2 im Monat.</translation>
    </message>
    <message>
        <source>The cheapest that keeps every objective is %1.</source>
        <translation>Am günstigsten hält %1 jedes Ziel.</translation>
    </message>
    <message>
        <source>A simulation confirms it.</source>
        <translation>Eine Simulation bestätigt es.</translation>
    </message>
    <message>
        <source>This is by theory; no simulation confirms it.</source>
        <translation>Das gilt nach der Theorie; keine Simulation bestätigt es.</translation>
    </message>
    <message>
        <source>In the way stands %1: %2.</source>
        <translation>Im Weg steht %1: %2.</translation>
    </message>
    <message>
        <source>Nothing has a price, so the smallest sum of the parameters counts as the cheapest.</source>
        <translation>Nichts hat einen Preis, deshalb gilt die kleinste Summe der Parameter als die günstigste.</translation>
    </message>
    <message>
        <source>%1 was simulated.</source>
        <translation>%1 wurde simuliert.</translation>
    </message>
    <message>
        <source>%1 were simulated.</source>
        <translation>%1 wurden simuliert.</translation>
    </message>
    <message>
        <source>What nothing beats in both cost and P95</source>
        <translation>Was bei Kosten und P95 zugleich nichts übertrifft</translation>
    </message>
    <message>
        <source>Simulated</source>
        <translation>Simuliert</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>noch %1</translation>
    </message>
    <message>
        <source>spent %1 times</source>
        <translation>%1-mal verbraucht</translation>
    </message>
    <message>
        <source>not in the run</source>
        <translation>nicht im Lauf</translation>
    </message>
    <message>
        <source>in %1 of %2 runs</source>
        <translation>in %1 von %2 Läufen</translation>
    </message>
    <message>
        <source>Throughput</source>
        <translation>Durchsatz</translation>
    </message>
    <message>
        <source>Busy</source>
        <translation>Auslastung</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>Belegt</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartend</translation>
    </message>
    <message>
        <source>Wait</source>
        <translation>Wartezeit</translation>
    </message>
    <message>
        <source>Hits</source>
        <translation>Treffer</translation>
    </message>
    <message>
        <source>Cold starts</source>
        <translation>Kaltstarts</translation>
    </message>
    <message>
        <source>Delivery P95</source>
        <translation>Zustellung P95</translation>
    </message>
    <message>
        <source>Lag</source>
        <translation>Rückstand</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>Egress</source>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>Stale</source>
        <translation>Veraltet</translation>
    </message>
    <message>
        <source>First paint P95</source>
        <translation>Erstes Bild P95</translation>
    </message>
    <message>
        <source>Largest paint P95</source>
        <translation>Größtes Bild P95</translation>
    </message>
    <message>
        <source>Late frames</source>
        <translation>Späte Bilder</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Error budget</source>
        <translation>Fehlerbudget</translation>
    </message>
    <message>
        <source>Fault</source>
        <translation>Störung</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>Time to recover</source>
        <translation>Zeit zur Erholung</translation>
    </message>
    <message>
        <source>Failed actions</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Judged by</source>
        <translation>Beurteilt durch</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>P50</source>
        <translation>P50</translation>
    </message>
    <message>
        <source>P99</source>
        <translation>P99</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>Every point</source>
        <translation>Jeder Punkt</translation>
    </message>
    <message>
        <source>Variant</source>
        <translation>Variante</translation>
    </message>
    <message>
        <source>Arrivals</source>
        <translation>Ankünfte</translation>
    </message>
    <message>
        <source>Through</source>
        <translation>Durchsatz</translation>
    </message>
    <message>
        <source>Held back by</source>
        <translation>Gebremst von</translation>
    </message>
    <message>
        <source>Beside queueing theory (headroom solve)</source>
        <translation>Neben der Warteschlangentheorie (headroom solve)</translation>
    </message>
    <message>
        <source>Theory</source>
        <translation>Theorie</translation>
    </message>
    <message>
        <source>Alerts and faults over simulated time</source>
        <translation>Alarme und Störungen über der simulierten Zeit</translation>
    </message>
    <message>
        <source>%1: page</source>
        <translation>%1: Alarmruf</translation>
    </message>
    <message>
        <source>Alerts and faults</source>
        <translation>Alarme und Störungen</translation>
    </message>
    <message>
        <source>autoscaler</source>
        <translation>Autoskalierer</translation>
    </message>
    <message>
        <source>cache</source>
        <translation>Cache</translation>
    </message>
    <message>
        <source>cdn</source>
        <translation>CDN</translation>
    </message>
    <message>
        <source>client</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>database</source>
        <translation>Datenbank</translation>
    </message>
    <message>
        <source>external</source>
        <translation>Fremder Dienst</translation>
    </message>
    <message>
        <source>function</source>
        <translation>Funktion</translation>
    </message>
    <message>
        <source>gateway</source>
        <translation>Gateway</translation>
    </message>
    <message>
        <source>load balancer</source>
        <translation>Lastverteiler</translation>
    </message>
    <message>
        <source>pool</source>
        <translation>Verbindungspool</translation>
    </message>
    <message>
        <source>queue</source>
        <translation>Warteschlange</translation>
    </message>
    <message>
        <source>service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>station</source>
        <translation>Station</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>max</source>
        <translation>Max</translation>
    </message>
    <message>
        <source>up to %1 arrivals/s</source>
        <translation>bis zu %1 Ankünfte/s</translation>
    </message>
    <message>
        <source>%1 arrivals/s</source>
        <translation>%1 Ankünfte/s</translation>
    </message>
    <message>
        <source>up to %1 users</source>
        <translation>bis zu %1 Nutzer</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1 und %2</translation>
    </message>
    <message>
        <source>%1 is %2 (objective: %3)</source>
        <translation>%1 liegt bei %2 (Ziel: %3)</translation>
    </message>
    <message>
        <source>The objective holds at %1.</source>
        <translation>Für %1 wird das Ziel gehalten.</translation>
    </message>
    <message>
        <source>All %1 objectives hold at %2.</source>
        <translation>Für %2 werden alle %1 Ziele gehalten.</translation>
    </message>
    <message>
        <source>The objective is missed at %1: %2.</source>
        <translation>Für %1 wird das Ziel verfehlt: %2.</translation>
    </message>
    <message>
        <source>%1 of %2 objectives is missed at %3: %4.</source>
        <translation>Für %3 wird %1 von %2 Zielen verfehlt: %4.</translation>
    </message>
    <message>
        <source>%1 of %2 objectives are missed at %3: %4.</source>
        <translation>Für %3 werden %1 von %2 Zielen verfehlt: %4.</translation>
    </message>
    <message>
        <source>%1 objective could not be judged, because its figure is not known.</source>
        <translation>%1 Ziel ließ sich nicht beurteilen, weil seine Größe nicht bekannt ist.</translation>
    </message>
    <message>
        <source>%1 objectives could not be judged, because their figures are not known.</source>
        <translation>%1 Ziele ließen sich nicht beurteilen, weil ihre Größen nicht bekannt sind.</translation>
    </message>
    <message>
        <source>The scenario states no objective, so nothing is judged at %1.</source>
        <translation>Das Szenario nennt kein Ziel, deshalb wird für %1 nichts beurteilt.</translation>
    </message>
    <message>
        <source>Nothing is saturated: nothing in it can run out.</source>
        <translation>Nichts ist gesättigt: Nichts darin kann knapp werden.</translation>
    </message>
    <message>
        <source>Nothing is saturated: the busiest part is %1, %2 busy.</source>
        <translation>Nichts ist gesättigt: Am stärksten ausgelastet ist %1, zu %2.</translation>
    </message>
    <message>
        <source>Most of the response time, %1, is spent in %2.</source>
        <translation>Der größte Teil der Antwortzeit, %1, vergeht in %2.</translation>
    </message>
    <message>
        <source>First to grow was the line of %1, from %2 on.</source>
        <translation>Zuerst wuchs die Warteschlange von %1, ab %2.</translation>
    </message>
    <message>
        <source>First to grow was the line of %1, from %2 on, at %3 users.</source>
        <translation>Zuerst wuchs die Warteschlange von %1, ab %2, bei %3 Nutzern.</translation>
    </message>
    <message>
        <source>%1 holds it back: %2.</source>
        <translation>%1 bremst das System: %2.</translation>
    </message>
    <message>
        <source>Cost is not known: no component has a price.</source>
        <translation>Die Kosten sind nicht bekannt: Keine Komponente hat einen Preis.</translation>
    </message>
    <message>
        <source>It costs %1 a month, %2 for each 1,000 users</source>
        <translation>Das kostet %1 im Monat, %2 je 1000 Nutzer</translation>
    </message>
    <message>
        <source>It costs %1 a month</source>
        <translation>Das kostet %1 im Monat</translation>
    </message>
    <message>
        <source>%1, counting the %2 component that have a price.</source>
        <translation>%1; gezählt ist nur die %2 Komponente mit Preis.</translation>
    </message>
    <message>
        <source>%1, counting the %2 components that have a price.</source>
        <translation>%1; gezählt sind nur die %2 Komponenten mit Preis.</translation>
    </message>
    <message>
        <source>Stopped before its end: %1 replication of up to %2, %3 of simulated time each. The figures are of what was finished.</source>
        <translation>Vor dem Ende angehalten: %1 Wiederholung von bis zu %2, je %3 simulierte Zeit. Die Zahlen gelten für das, was fertig wurde.</translation>
    </message>
    <message>
        <source>Stopped before its end: %1 replications of up to %2, %3 of simulated time each. The figures are of what was finished.</source>
        <translation>Vor dem Ende angehalten: %1 Wiederholungen von bis zu %2, je %3 simulierte Zeit. Die Zahlen gelten für das, was fertig wurde.</translation>
    </message>
    <message>
        <source>%1 holds</source>
        <translation>%1 stimmt</translation>
    </message>
    <message>
        <source>%1 hold</source>
        <translation>%1 stimmen</translation>
    </message>
    <message>
        <source>%1 does not hold</source>
        <translation>%1 stimmt nicht</translation>
    </message>
    <message>
        <source>%1 do not hold</source>
        <translation>%1 stimmen nicht</translation>
    </message>
    <message>
        <source>%1 cannot hold</source>
        <translation>%1 unmöglich</translation>
    </message>
    <message>
        <source>%1 cannot be judged</source>
        <translation>%1 nicht beurteilbar</translation>
    </message>
    <message>
        <source>held</source>
        <translation>gehalten</translation>
    </message>
    <message>
        <source>held, close</source>
        <translation>gehalten, knapp</translation>
    </message>
    <message>
        <source>missed</source>
        <translation>verfehlt</translation>
    </message>
    <message>
        <source>cannot hold</source>
        <translation>kann nicht stimmen</translation>
    </message>
    <message>
        <source>cannot be judged</source>
        <translation>nicht beurteilbar</translation>
    </message>
    <message>
        <source>holds</source>
        <translation>stimmt</translation>
    </message>
    <message>
        <source>does not hold</source>
        <translation>stimmt nicht</translation>
    </message>
    <message>
        <source>%1 claim: %2.</source>
        <translation>%1 Behauptung: %2.</translation>
    </message>
    <message>
        <source>%1 claims: %2.</source>
        <translation>%1 Behauptungen: %2.</translation>
    </message>
    <message>
        <source>These figures cannot be trusted, the simulation contradicts itself: %1</source>
        <translation>Diesen Zahlen ist nicht zu trauen, die Simulation widerspricht sich: %1</translation>
    </message>
    <message>
        <source>the audit was interrupted before its run</source>
        <translation>die Prüfung wurde vor dem Lauf dafür angehalten</translation>
    </message>
    <message>
        <source>it is about the capacity, which takes a search over loads, as `headroom audit` makes it</source>
        <translation>es geht um die Kapazität, und die braucht eine Suche über Lasten, wie `headroom audit` sie macht</translation>
    </message>
    <message>
        <source>the limit leaves out %1, missed at any load</source>
        <translation>die Grenze lässt %1 aus (bei jeder Last verfehlt)</translation>
    </message>
    <message>
        <source>the audit was interrupted while it looked for the capacity</source>
        <translation>die Prüfung wurde bei der Suche nach der Kapazität angehalten</translation>
    </message>
    <message>
        <source>it is about the capacity, and no load was found that it ends at</source>
        <translation>es geht um die Kapazität, und es wurde keine Last gefunden, bei der sie endet</translation>
    </message>
    <message>
        <source>it is about the capacity of a variant that makes no scenario</source>
        <translation>es geht um die Kapazität einer Variante, die kein Szenario ergibt</translation>
    </message>
    <message>
        <source>figure</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>beendet</translation>
    </message>
    <message>
        <source>scenario</source>
        <translation>Szenario</translation>
    </message>
    <message>
        <source>variant</source>
        <translation>Variante</translation>
    </message>
    <message>
        <source>load</source>
        <translation>Last</translation>
    </message>
    <message>
        <source>throughput</source>
        <translation>Durchsatz</translation>
    </message>
    <message>
        <source>p95</source>
        <translation>p95</translation>
    </message>
    <message>
        <source>run %1</source>
        <translation>Lauf %1</translation>
    </message>
    <message>
        <source>difference</source>
        <translation>Unterschied</translation>
    </message>
    <message>
        <source>cannot write `%1`: %2</source>
        <translation>`%1` kann nicht geschrieben werden: %2</translation>
    </message>
    <message>
        <source>permission denied</source>
        <translation>keine Berechtigung</translation>
    </message>
    <message>
        <source>cannot create the folder `%1`</source>
        <translation>der Ordner `%1` kann nicht angelegt werden</translation>
    </message>
</context>
<context>
    <name>Schema</name>
    <message>
        <source>What this version of Headroom reads. The reference with examples is scenario-format.md.</source>
        <translation>Was diese Version von Headroom liest. Die Referenz mit Beispielen ist scenario-format.md.</translation>
    </message>
    <message>
        <source>`when`, or `burn`.</source>
        <translation>`when` oder `burn`.</translation>
    </message>
    <message>
        <source>How long it is so before somebody is told.</source>
        <translation>Wie lange es so sein muss, bevor jemand benachrichtigt wird.</translation>
    </message>
    <message>
        <source>After it is over.</source>
        <translation>Nachdem es vorbei ist.</translation>
    </message>
    <message>
        <source>For lists, unique.</source>
        <translation>Für Listen, eindeutig.</translation>
    </message>
    <message>
        <source>How bad it is.</source>
        <translation>Wie schlimm es ist.</translation>
    </message>
    <message>
        <source>A metric, `&lt;` or `&gt;`, a threshold.</source>
        <translation>Ein Messwert, `&lt;` oder `&gt;`, eine Schwelle.</translation>
    </message>
    <message>
        <source>Over which the figure is taken.</source>
        <translation>Zeitraum, über den die Zahl gebildet wird.</translation>
    </message>
    <message>
        <source>One way of several.</source>
        <translation>Ein Weg von mehreren.</translation>
    </message>
    <message>
        <source>How often this one is taken.</source>
        <translation>Wie oft dieser genommen wird.</translation>
    </message>
    <message>
        <source>Rises and falls once a day.</source>
        <translation>Steigt und fällt einmal am Tag.</translation>
    </message>
    <message>
        <source>A shorter one goes through the same in less time.</source>
        <translation>Ein kürzerer durchläuft dasselbe in weniger Zeit.</translation>
    </message>
    <message>
        <source>Over a day.</source>
        <translation>Über einen Tag.</translation>
    </message>
    <message>
        <source>At most 10 times the mean.</source>
        <translation>Höchstens das 10-Fache des Mittelwerts.</translation>
    </message>
    <message>
        <source>Time of day.</source>
        <translation>Uhrzeit.</translation>
    </message>
    <message>
        <source>Time of day at which the run begins.</source>
        <translation>Uhrzeit, zu der der Lauf beginnt.</translation>
    </message>
    <message>
        <source>A straight line from one level to another, constant after it.</source>
        <translation>Eine gerade Linie von einem Niveau zum anderen, danach konstant.</translation>
    </message>
    <message>
        <source>A load that changes: a ramp, or steps (nothing before the first).</source>
        <translation>Eine veränderliche Last: eine Rampe oder Schritte (vor dem ersten nichts).</translation>
    </message>
    <message>
        <source>Column of values; none: each row is an arrival.</source>
        <translation>Spalte mit den Werten; ohne sie ist jede Zeile eine Ankunft.</translation>
    </message>
    <message>
        <source>Values are counts of this time, not rates.</source>
        <translation>Werte sind Anzahlen in dieser Zeit, keine Raten.</translation>
    </message>
    <message>
        <source>Time from row to row, instead of `time`.</source>
        <translation>Zeit von Zeile zu Zeile, statt `time`.</translation>
    </message>
    <message>
        <source>At random, or evenly spaced.</source>
        <translation>Zufällig oder in gleichmäßigen Abständen.</translation>
    </message>
    <message>
        <source>A CSV file with a first line of names.</source>
        <translation>Eine CSV-Datei, deren erste Zeile Namen enthält.</translation>
    </message>
    <message>
        <source>Values are multiplied by this.</source>
        <translation>Werte werden hiermit multipliziert.</translation>
    </message>
    <message>
        <source>In the order of time.</source>
        <translation>In zeitlicher Reihenfolge.</translation>
    </message>
    <message>
        <source>Column of times.</source>
        <translation>Spalte mit den Zeiten.</translation>
    </message>
    <message>
        <source>A flash crowd.</source>
        <translation>Ein plötzlicher Ansturm.</translation>
    </message>
    <message>
        <source>When it begins.</source>
        <translation>Wann es beginnt.</translation>
    </message>
    <message>
        <source>Back again.</source>
        <translation>Wieder zurück.</translation>
    </message>
    <message>
        <source>Before and after.</source>
        <translation>Vorher und nachher.</translation>
    </message>
    <message>
        <source>At its height.</source>
        <translation>Auf dem Höhepunkt.</translation>
    </message>
    <message>
        <source>To its height.</source>
        <translation>Bis zum Höhepunkt.</translation>
    </message>
    <message>
        <source>A jump to a level.</source>
        <translation>Ein Sprung auf ein Niveau.</translation>
    </message>
    <message>
        <source>An open stream.</source>
        <translation>Ein offener Strom.</translation>
    </message>
    <message>
        <source>What no document says.</source>
        <translation>Was kein Dokument sagt.</translation>
    </message>
    <message>
        <source>Chosen so that the model gives a documented figure.</source>
        <translation>So gewählt, dass das Modell eine dokumentierte Zahl ergibt.</translation>
    </message>
    <message>
        <source>The variant it is about.</source>
        <translation>Die Variante, um die es geht.</translation>
    </message>
    <message>
        <source>Path of the value it is about.</source>
        <translation>Pfad des Werts, um den es geht.</translation>
    </message>
    <message>
        <source>What is assumed.</source>
        <translation>Was angenommen wird.</translation>
    </message>
    <message>
        <source>The reason or source.</source>
        <translation>Die Begründung oder Quelle.</translation>
    </message>
    <message>
        <source>Changes the number of instances while the system runs.</source>
        <translation>Ändert die Zahl der Instanzen, während das System läuft.</translation>
    </message>
    <message>
        <source>Bounds.</source>
        <translation>Schranken.</translation>
    </message>
    <message>
        <source>At most.</source>
        <translation>Höchstens.</translation>
    </message>
    <message>
        <source>0 with `kind: kpa` only.</source>
        <translation>0 nur bei `kind: kpa`.</translation>
    </message>
    <message>
        <source>Bytes or bits per second.</source>
        <translation>Bytes oder Bits je Sekunde.</translation>
    </message>
    <message>
        <source>Requests that are gathered and go on as one.</source>
        <translation>Anfragen, die gesammelt werden und als eine weitergehen.</translation>
    </message>
    <message>
        <source>Leaves when so many are together.</source>
        <translation>Geht weiter, sobald so viele beisammen sind.</translation>
    </message>
    <message>
        <source>Longest wait for more, from the first.</source>
        <translation>Längstes Warten auf weitere, vom ersten Eintreffen an.</translation>
    </message>
    <message>
        <source>What no run can exceed: `at_most` or `at_least`.</source>
        <translation>Was kein Lauf über- oder unterschreiten kann: `at_most` oder `at_least`.</translation>
    </message>
    <message>
        <source>The same.</source>
        <translation>Ebenso.</translation>
    </message>
    <message>
        <source>Arithmetic over values of the file.</source>
        <translation>Rechnung mit Werten der Datei.</translation>
    </message>
    <message>
        <source>Fails calls at once while most of them fail.</source>
        <translation>Lässt Aufrufe sofort fehlschlagen, solange die meisten fehlschlagen.</translation>
    </message>
    <message>
        <source>Calls in the window before it judges; at most `window`.</source>
        <translation>Aufrufe im Fenster, bevor sie urteilt; höchstens `window`.</translation>
    </message>
    <message>
        <source>This share of failed calls opens it.</source>
        <translation>Dieser Anteil fehlgeschlagener Aufrufe öffnet sie.</translation>
    </message>
    <message>
        <source>How long it stays open.</source>
        <translation>Wie lange sie offen bleibt.</translation>
    </message>
    <message>
        <source>One for each instance of the caller, or one for all.</source>
        <translation>Eines je Instanz des Aufrufers oder eines für alle.</translation>
    </message>
    <message>
        <source>A call that takes longer is slow.</source>
        <translation>Ein Aufruf, der länger dauert, ist langsam.</translation>
    </message>
    <message>
        <source>This share of slow calls opens it.</source>
        <translation>Dieser Anteil langsamer Aufrufe öffnet sie.</translation>
    </message>
    <message>
        <source>Calls let through when half open.</source>
        <translation>Aufrufe, die sie halb offen durchlässt.</translation>
    </message>
    <message>
        <source>The last calls, or those of a time.</source>
        <translation>Die letzten Aufrufe oder die eines Zeitraums.</translation>
    </message>
    <message>
        <source>Calls.</source>
        <translation>Aufrufe.</translation>
    </message>
    <message>
        <source>At most so many calls at a time.</source>
        <translation>Höchstens so viele Aufrufe gleichzeitig.</translation>
    </message>
    <message>
        <source>Longest wait.</source>
        <translation>Längstes Warten.</translation>
    </message>
    <message>
        <source>Calls at a time.</source>
        <translation>Gleichzeitige Aufrufe.</translation>
    </message>
    <message>
        <source>Calls that may wait; one more is refused.</source>
        <translation>Aufrufe, die warten dürfen; ein weiterer wird abgewiesen.</translation>
    </message>
    <message>
        <source>An error budget that burns too fast.</source>
        <translation>Ein Fehlerbudget, das zu schnell abbrennt.</translation>
    </message>
    <message>
        <source>Times the even rate.</source>
        <translation>Vielfaches der gleichmäßigen Rate.</translation>
    </message>
    <message>
        <source>That it burns in, too; a twelfth of `window` by default.</source>
        <translation>Auch darin muss es abbrennen; standardmäßig ein Zwölftel von `window`.</translation>
    </message>
    <message>
        <source>Name of the objective.</source>
        <translation>Name des Ziels.</translation>
    </message>
    <message>
        <source>Answers what it holds, asks its origin for the rest. Exactly one of `capacity` and `hit_ratio`.</source>
        <translation>Beantwortet, was er hat, fragt für den Rest seinen Ursprung. Genau eines von `capacity` und `hit_ratio`.</translation>
    </message>
    <message>
        <source>One line for lists and reports.</source>
        <translation>Eine Zeile für Listen und Berichte.</translation>
    </message>
    <message>
        <source>Paid by every look-up, hit or miss.</source>
        <translation>Fällt bei jeder Abfrage an, ob Treffer oder nicht.</translation>
    </message>
    <message>
        <source>Entries, bytes, or no limit.</source>
        <translation>Einträge, Bytes oder keine Grenze.</translation>
    </message>
    <message>
        <source>What goes when it is full.</source>
        <translation>Was verdrängt wird, wenn kein Platz mehr ist.</translation>
    </message>
    <message>
        <source>Tiers whose hits count together.</source>
        <translation>Stufen, deren Treffer zusammen zählen.</translation>
    </message>
    <message>
        <source>Instead of real keys, where only a figure is known.</source>
        <translation>Anstelle echter Schlüssel, wo nur eine Zahl bekannt ist.</translation>
    </message>
    <message>
        <source>Entries dropped because of something that happens elsewhere.</source>
        <translation>Einträge, die verworfen werden, weil anderswo etwas geschieht.</translation>
    </message>
    <message>
        <source>Who is asked on a miss.</source>
        <translation>Wer gefragt wird, wenn der Eintrag fehlt.</translation>
    </message>
    <message>
        <source>`false`: what is found here is not entered in the tiers in front.</source>
        <translation>`false`: Was hier gefunden wird, wird nicht in die Stufen davor eingetragen.</translation>
    </message>
    <message>
        <source>Look-ups of a key that is being fetched wait for that answer.</source>
        <translation>Abfragen eines Schlüssels, der gerade geholt wird, warten auf diese Antwort.</translation>
    </message>
    <message>
        <source>Empty, or filled with the most popular keys.</source>
        <translation>Leer oder gefüllt mit den beliebtesten Schlüsseln.</translation>
    </message>
    <message>
        <source>From when the origin answered; unlimited by default. By class of keys, or `others`.</source>
        <translation>Ab der Antwort des Ursprungs; standardmäßig unbegrenzt. Nach Klasse von Schlüsseln, oder `others`.</translation>
    </message>
    <message>
        <source>What a write does to the entry of its key.</source>
        <translation>Was ein Schreibzugriff mit dem Eintrag seines Schlüssels macht.</translation>
    </message>
    <message>
        <source>Operations that pass through to the origin.</source>
        <translation>Operationen, die zum Ursprung durchgehen.</translation>
    </message>
    <message>
        <source>Where it is; everywhere by default.</source>
        <translation>Wo sie ist; standardmäßig überall.</translation>
    </message>
    <message>
        <source>Asks another component and waits for the answer.</source>
        <translation>Fragt eine andere Komponente und wartet auf die Antwort.</translation>
    </message>
    <message>
        <source>A timed-out request is withdrawn instead of left running.</source>
        <translation>Eine Anfrage, deren Zeitgrenze überschritten ist, wird zurückgezogen, statt weiterzulaufen.</translation>
    </message>
    <message>
        <source>Shares the outcome of a call for the same that is on its way.</source>
        <translation>Teilt das Ergebnis eines gleichen Aufrufs, der schon unterwegs ist.</translation>
    </message>
    <message>
        <source>Things that one request is about.</source>
        <translation>Dinge, um die es in einer Anfrage geht.</translation>
    </message>
    <message>
        <source>Class of keys: one is drawn here, and carried to every cache behind.</source>
        <translation>Klasse von Schlüsseln: Einer wird hier gezogen und an jeden Cache dahinter weitergegeben.</translation>
    </message>
    <message>
        <source>When the call has failed for good: fail too, go on, or do other steps.</source>
        <translation>Wenn der Aufruf endgültig fehlgeschlagen ist: ebenfalls fehlschlagen, fortfahren oder andere Schritte ausführen.</translation>
    </message>
    <message>
        <source>What it is asked for.</source>
        <translation>Wonach sie gefragt wird.</translation>
    </message>
    <message>
        <source>That the call is made.</source>
        <translation>Dass der Aufruf erfolgt.</translation>
    </message>
    <message>
        <source>Of each attempt; none by default.</source>
        <translation>Für jeden Versuch; standardmäßig keine.</translation>
    </message>
    <message>
        <source>How often in a row; a fraction is the chance of one more.</source>
        <translation>Wie oft nacheinander; ein Bruchteil ist die Wahrscheinlichkeit für einmal mehr.</translation>
    </message>
    <message>
        <source>The component that is asked.</source>
        <translation>Die Komponente, die gefragt wird.</translation>
    </message>
    <message>
        <source>Calls that are gathered and go on as one.</source>
        <translation>Aufrufe, die gesammelt werden und als einer weitergehen.</translation>
    </message>
    <message>
        <source>Edge caches in front of an origin. Exactly one of `capacity` and `hit_ratio`.</source>
        <translation>Caches am Rand vor einem Ursprung. Genau eines von `capacity` und `hit_ratio`.</translation>
    </message>
    <message>
        <source>Of all edges together; no limit by default.</source>
        <translation>Aller Randknoten zusammen; standardmäßig unbegrenzt.</translation>
    </message>
    <message>
        <source>Edge locations, each with a store of its own.</source>
        <translation>Randknoten, jeder mit einem eigenen Speicher.</translation>
    </message>
    <message>
        <source>Between an edge and the origin.</source>
        <translation>Zwischen einem Randknoten und dem Ursprung.</translation>
    </message>
    <message>
        <source>Edges miss into one more store first.</source>
        <translation>Was Randknoten nicht haben, suchen sie erst in einem weiteren Speicher.</translation>
    </message>
    <message>
        <source>Its instances are in these in turn.</source>
        <translation>Ihre Instanzen liegen reihum in diesen.</translation>
    </message>
    <message>
        <source>A figure that a document asserts.</source>
        <translation>Eine Zahl, die ein Dokument behauptet.</translation>
    </message>
    <message>
        <source>A lower bound.</source>
        <translation>Eine untere Schranke.</translation>
    </message>
    <message>
        <source>An upper bound.</source>
        <translation>Eine obere Schranke.</translation>
    </message>
    <message>
        <source>Lower and upper bound.</source>
        <translation>Untere und obere Schranke.</translation>
    </message>
    <message>
        <source>The variant that it is about.</source>
        <translation>Die Variante, um die es geht.</translation>
    </message>
    <message>
        <source>Metrics with + - * / and `METRIC @ VARIANT`.</source>
        <translation>Messwerte mit + - * / und `METRIC @ VARIANT`.</translation>
    </message>
    <message>
        <source>In the document&apos;s words.</source>
        <translation>In den Worten des Dokuments.</translation>
    </message>
    <message>
        <source>Where.</source>
        <translation>Fundstelle.</translation>
    </message>
    <message>
        <source>The load that it is about.</source>
        <translation>Die Last, um die es geht.</translation>
    </message>
    <message>
        <source>What a user holds: its network, its patience, its retries.</source>
        <translation>Was ein Nutzer hat: sein Netz, seine Geduld, seine Wiederholungen.</translation>
    </message>
    <message>
        <source>A timed-out request is withdrawn.</source>
        <translation>Eine Anfrage, deren Zeitgrenze überschritten ist, wird zurückgezogen.</translation>
    </message>
    <message>
        <source>Of one attempt of an action; none by default.</source>
        <translation>Für einen Versuch einer Aktion; standardmäßig keine.</translation>
    </message>
    <message>
        <source>What it calls.</source>
        <translation>Was er aufruft.</translation>
    </message>
    <message>
        <source>Of one user: `base` and the bytes of its caches.</source>
        <translation>Eines Nutzers: `base` und die Bytes seiner Caches.</translation>
    </message>
    <message>
        <source>Used whatever is held.</source>
        <translation>Belegt, unabhängig davon, was gehalten wird.</translation>
    </message>
    <message>
        <source>What goes of the cached entries over the limit.</source>
        <translation>Wie viel von den Einträgen im Cache beim Überschreiten der Grenze geht.</translation>
    </message>
    <message>
        <source>Over it an instance is killed.</source>
        <translation>Darüber wird eine Instanz beendet.</translation>
    </message>
    <message>
        <source>Calls for the same operation and key while one is on its way share its outcome.</source>
        <translation>Aufrufe für dieselbe Operation und denselben Schlüssel teilen, während einer unterwegs ist, dessen Ergebnis.</translation>
    </message>
    <message>
        <source>A node of the architecture.</source>
        <translation>Ein Knoten der Architektur.</translation>
    </message>
    <message>
        <source>A number, with k, M or G for thousands.</source>
        <translation>Eine Zahl, mit k, M oder G für Tausender.</translation>
    </message>
    <message>
        <source>How requests share a CPU: in turn, or all at once at a part of its speed.</source>
        <translation>Wie sich Anfragen eine CPU teilen: nacheinander oder alle zugleich mit einem Teil ihrer Geschwindigkeit.</translation>
    </message>
    <message>
        <source>One line in front of all servers; a request holds its server from first step to last.</source>
        <translation>Eine Warteschlange vor allen Servern; eine Anfrage hält ihren Server vom ersten bis zum letzten Schritt.</translation>
    </message>
    <message>
        <source>Of a write at each replica.</source>
        <translation>Für einen Schreibzugriff auf jedem Replikat.</translation>
    </message>
    <message>
        <source>A write holds its key; others of the key wait.</source>
        <translation>Ein Schreibzugriff hält seinen Schlüssel; andere auf diesen Schlüssel warten.</translation>
    </message>
    <message>
        <source>Requests that may wait; one more is refused.</source>
        <translation>Anfragen, die warten dürfen; eine weitere wird abgewiesen.</translation>
    </message>
    <message>
        <source>Which replica serves a read.</source>
        <translation>Welches Replikat einen Lesezugriff bedient.</translation>
    </message>
    <message>
        <source>How many, or each.</source>
        <translation>Wie viele, oder jedes einzeln.</translation>
    </message>
    <message>
        <source>Equal ones.</source>
        <translation>Lauter gleiche.</translation>
    </message>
    <message>
        <source>Queries at a time.</source>
        <translation>Gleichzeitige Abfragen.</translation>
    </message>
    <message>
        <source>Operations that the primary serves.</source>
        <translation>Operationen, die die Primäre bedient.</translation>
    </message>
    <message>
        <source>A time: constant, or drawn from a law. A value with a comma inside { } or [ ] needs quotes.</source>
        <translation>Eine Zeit: fest oder aus einer Verteilung gezogen. Ein Wert mit Komma innerhalb von { } oder [ ] braucht Anführungszeichen.</translation>
    </message>
    <message>
        <source>A time span.</source>
        <translation>Eine Zeitspanne.</translation>
    </message>
    <message>
        <source>Takes out what fails requests.</source>
        <translation>Nimmt heraus, was Anfragen fehlschlagen lässt.</translation>
    </message>
    <message>
        <source>Of all at a time.</source>
        <translation>Von allen, gleichzeitig.</translation>
    </message>
    <message>
        <source>Failures in a row.</source>
        <translation>Fehler in Folge.</translation>
    </message>
    <message>
        <source>Times how often it has been out.</source>
        <translation>Mal die Zahl ihrer bisherigen Ausschlüsse.</translation>
    </message>
    <message>
        <source>Somebody else&apos;s service, never busy: a latency and a share of errors.</source>
        <translation>Ein fremder Dienst, nie ausgelastet: eine Latenz und ein Fehleranteil.</translation>
    </message>
    <message>
        <source>Requests that fail.</source>
        <translation>Anfragen, die fehlschlagen.</translation>
    </message>
    <message>
        <source>Of every answer.</source>
        <translation>Für jede Antwort.</translation>
    </message>
    <message>
        <source>Exactly one of `kill`, `lose`, `slow`, `fail`, `flush` and `cut`.</source>
        <translation>Genau eines von `kill`, `lose`, `slow`, `fail`, `flush` und `cut`.</translation>
    </message>
    <message>
        <source>Two components, or zones, that lose each other.</source>
        <translation>Zwei Komponenten oder Zonen, die einander nicht mehr erreichen.</translation>
    </message>
    <message>
        <source>A component whose requests fail.</source>
        <translation>Eine Komponente, deren Anfragen fehlschlagen.</translation>
    </message>
    <message>
        <source>A cache that forgets everything.</source>
        <translation>Ein Cache, der alles vergisst.</translation>
    </message>
    <message>
        <source>How long; to the end of the run by default.</source>
        <translation>Wie lange; standardmäßig bis zum Ende des Laufs.</translation>
    </message>
    <message>
        <source>Instances that die.</source>
        <translation>Instanzen, die ausfallen.</translation>
    </message>
    <message>
        <source>A zone or region.</source>
        <translation>Eine Zone oder Region.</translation>
    </message>
    <message>
        <source>A component that takes longer.</source>
        <translation>Eine Komponente, die länger braucht.</translation>
    </message>
    <message>
        <source>Drawing a screen.</source>
        <translation>Zeichnen eines Bildschirms.</translation>
    </message>
    <message>
        <source>Time for one frame.</source>
        <translation>Zeit für ein Bild.</translation>
    </message>
    <message>
        <source>Besides, for each item on the screen.</source>
        <translation>Zusätzlich für jeden Eintrag auf dem Bildschirm.</translation>
    </message>
    <message>
        <source>Items on the screen.</source>
        <translation>Einträge auf dem Bildschirm.</translation>
    </message>
    <message>
        <source>On the UI thread, for each frame.</source>
        <translation>Im UI-Thread, für jedes Bild.</translation>
    </message>
    <message>
        <source>Serverless: instances come with the load, after a cold start.</source>
        <translation>Serverlos: Instanzen kommen mit der Last, nach einem Kaltstart.</translation>
    </message>
    <message>
        <source>From the decision to start an instance until it takes requests.</source>
        <translation>Von der Entscheidung, eine Instanz zu starten, bis sie Anfragen annimmt.</translation>
    </message>
    <message>
        <source>Requests that one instance holds at a time.</source>
        <translation>Anfragen, die eine Instanz gleichzeitig hält.</translation>
    </message>
    <message>
        <source>Of one instance.</source>
        <translation>Einer Instanz.</translation>
    </message>
    <message>
        <source>Of one instance: its size, or what uses it.</source>
        <translation>Einer Instanz: seine Größe oder was ihn belegt.</translation>
    </message>
    <message>
        <source>Longest wait for a slot, then the request is refused. Default: max(3.5 x mean cold start, 10 s).</source>
        <translation>Längstes Warten auf einen Platz, danach wird die Anfrage abgewiesen. Standard: max(3,5 x mittlerer Kaltstart; 10 s).</translation>
    </message>
    <message>
        <source>Most instances started in a time.</source>
        <translation>Höchstzahl der Instanzen, die in einer Zeitspanne gestartet werden.</translation>
    </message>
    <message>
        <source>How many there may be.</source>
        <translation>Wie viele es geben darf.</translation>
    </message>
    <message>
        <source>An idle instance goes after this.</source>
        <translation>Eine untätige Instanz geht nach dieser Zeit.</translation>
    </message>
    <message>
        <source>Always there.</source>
        <translation>Immer da.</translation>
    </message>
    <message>
        <source>Instances kept for the load measured.</source>
        <translation>Instanzen, die für die gemessene Last bereitgehalten werden.</translation>
    </message>
    <message>
        <source>Share of slots aimed at.</source>
        <translation>Angestrebter Anteil belegter Plätze.</translation>
    </message>
    <message>
        <source>Busy share of CPUs aimed at.</source>
        <translation>Angestrebter Anteil belegter CPUs.</translation>
    </message>
    <message>
        <source>Between decisions.</source>
        <translation>Zwischen Entscheidungen.</translation>
    </message>
    <message>
        <source>Averaged over this.</source>
        <translation>Gemittelt über diese Zeit.</translation>
    </message>
    <message>
        <source>Long-lived connections between clients and the system.</source>
        <translation>Langlebige Verbindungen zwischen Clients und dem System.</translation>
    </message>
    <message>
        <source>Connections of one instance.</source>
        <translation>Verbindungen einer Instanz.</translation>
    </message>
    <message>
        <source>CPU time to accept a connection.</source>
        <translation>CPU-Zeit, um eine Verbindung anzunehmen.</translation>
    </message>
    <message>
        <source>Within which clients move when it is scaled in.</source>
        <translation>Frist, in der Clients umziehen, wenn herunterskaliert wird.</translation>
    </message>
    <message>
        <source>All the same.</source>
        <translation>Alle gleich.</translation>
    </message>
    <message>
        <source>How long a connection lives; for ever by default.</source>
        <translation>Wie lange eine Verbindung lebt; standardmäßig unbegrenzt.</translation>
    </message>
    <message>
        <source>From the decision to start an instance until it takes connections.</source>
        <translation>Von der Entscheidung, eine Instanz zu starten, bis sie Verbindungen annimmt.</translation>
    </message>
    <message>
        <source>A user&apos;s next connection prefers the instance of the last.</source>
        <translation>Die nächste Verbindung eines Nutzers bevorzugt die Instanz der letzten.</translation>
    </message>
    <message>
        <source>Who is asked for what it does not do itself.</source>
        <translation>Wer gefragt wird, wenn es etwas nicht selbst tut.</translation>
    </message>
    <message>
        <source>For each connection.</source>
        <translation>Je Verbindung.</translation>
    </message>
    <message>
        <source>For each request held.</source>
        <translation>Für jede gehaltene Anfrage.</translation>
    </message>
    <message>
        <source>Probes of every instance.</source>
        <translation>Prüfanfragen an jede Instanz.</translation>
    </message>
    <message>
        <source>Between probes.</source>
        <translation>Zwischen Prüfanfragen.</translation>
    </message>
    <message>
        <source>Failures in a row that take it out.</source>
        <translation>Fehler in Folge, die sie herausnehmen.</translation>
    </message>
    <message>
        <source>Successes in a row that put it back.</source>
        <translation>Erfolge in Folge, die sie zurückbringen.</translation>
    </message>
    <message>
        <source>A probe without an answer by then fails.</source>
        <translation>Eine Prüfanfrage ohne Antwort bis dahin schlägt fehl.</translation>
    </message>
    <message>
        <source>Sent by every connected client.</source>
        <translation>Von jedem verbundenen Client gesendet.</translation>
    </message>
    <message>
        <source>So often.</source>
        <translation>So oft.</translation>
    </message>
    <message>
        <source>CPU time for one.</source>
        <translation>CPU-Zeit für eines.</translation>
    </message>
    <message>
        <source>A second request where the first has no answer after a while.</source>
        <translation>Eine zweite Anfrage, wenn die erste nach einer Weile keine Antwort hat.</translation>
    </message>
    <message>
        <source>A time, or a quantile of the call so far.</source>
        <translation>Eine Zeit oder ein Quantil der bisherigen Dauer dieses Aufrufs.</translation>
    </message>
    <message>
        <source>Further requests.</source>
        <translation>Weitere Anfragen.</translation>
    </message>
    <message>
        <source>Hedges over all calls.</source>
        <translation>Zweitanfragen im Verhältnis zu allen Aufrufen.</translation>
    </message>
    <message>
        <source>What has lost is withdrawn.</source>
        <translation>Was verloren hat, wird zurückgezogen.</translation>
    </message>
    <message>
        <source>Writes to one key at most so often.</source>
        <translation>Schreibzugriffe auf einen Schlüssel höchstens so oft.</translation>
    </message>
    <message>
        <source>At once.</source>
        <translation>Auf einmal.</translation>
    </message>
    <message>
        <source>Writes that may wait for a key.</source>
        <translation>Schreibzugriffe, die auf einen Schlüssel warten dürfen.</translation>
    </message>
    <message>
        <source>To one key.</source>
        <translation>Auf einen Schlüssel.</translation>
    </message>
    <message>
        <source>Changes the number of instances, as Kubernetes&apos; HorizontalPodAutoscaler does.</source>
        <translation>Ändert die Zahl der Instanzen wie der HorizontalPodAutoscaler von Kubernetes.</translation>
    </message>
    <message>
        <source>Within which the CPU of a new instance is not believed.</source>
        <translation>Frist, in der dem CPU-Wert einer neuen Instanz nicht geglaubt wird.</translation>
    </message>
    <message>
        <source>Within which a new instance is not ready yet.</source>
        <translation>Frist, in der eine neue Instanz noch nicht bereit ist.</translation>
    </message>
    <message>
        <source>The greatest result counts.</source>
        <translation>Das größte Ergebnis zählt.</translation>
    </message>
    <message>
        <source>What is scaled.</source>
        <translation>Was skaliert wird.</translation>
    </message>
    <message>
        <source>Instead of the component&apos;s own.</source>
        <translation>Statt des Werts der Komponente.</translation>
    </message>
    <message>
        <source>No change while the metric is as near to its target.</source>
        <translation>Keine Änderung, solange der Messwert seinem Ziel so nahe ist.</translation>
    </message>
    <message>
        <source>One direction.</source>
        <translation>Eine Richtung.</translation>
    </message>
    <message>
        <source>Most change in a time; up [4 every 15 s, 100 % every 15 s], down [100 % every 15 s].</source>
        <translation>Größte Änderung in einer Zeit; aufwärts [4 every 15 s, 100 % every 15 s], abwärts [100 % every 15 s].</translation>
    </message>
    <message>
        <source>Of several policies, or never.</source>
        <translation>Welche von mehreren Regeln gilt, oder nie.</translation>
    </message>
    <message>
        <source>The most moderate recommendation of this time counts; 0 s up, 5 min down.</source>
        <translation>Die zurückhaltendste Empfehlung dieser Zeit zählt; aufwärts 0 s, abwärts 5 min.</translation>
    </message>
    <message>
        <source>Instead of that of the autoscaler.</source>
        <translation>Statt der des Autoskalierers.</translation>
    </message>
    <message>
        <source>A kind of picture: `size` or `pixels`.</source>
        <translation>Eine Art von Bild: `size` oder `pixels`.</translation>
    </message>
    <message>
        <source>With `pixels`.</source>
        <translation>Mit `pixels`.</translation>
    </message>
    <message>
        <source>What devices are sent; shares sum to 100 %.</source>
        <translation>Was Geräten gesendet wird; die Anteile ergeben zusammen 100 %.</translation>
    </message>
    <message>
        <source>Width and height.</source>
        <translation>Breite und Höhe.</translation>
    </message>
    <message>
        <source>Of the reference, JPEG.</source>
        <translation>Der Referenz, JPEG.</translation>
    </message>
    <message>
        <source>One of the formats.</source>
        <translation>Eines der Formate.</translation>
    </message>
    <message>
        <source>Of the requests.</source>
        <translation>Von den Anfragen.</translation>
    </message>
    <message>
        <source>Than the reference.</source>
        <translation>Im Vergleich zur Referenz.</translation>
    </message>
    <message>
        <source>Steps done instead of the failed call.</source>
        <translation>Schritte anstelle des fehlgeschlagenen Aufrufs.</translation>
    </message>
    <message>
        <source>Keys dropped when something has been done.</source>
        <translation>Schlüssel, die verworfen werden, wenn etwas getan worden ist.</translation>
    </message>
    <message>
        <source>How many keys.</source>
        <translation>Wie viele Schlüssel.</translation>
    </message>
    <message>
        <source>Class of keys; that of the request by default.</source>
        <translation>Klasse von Schlüsseln; standardmäßig die der Anfrage.</translation>
    </message>
    <message>
        <source>Operations of components.</source>
        <translation>Operationen von Komponenten.</translation>
    </message>
    <message>
        <source>A class of keys that caches hold.</source>
        <translation>Eine Klasse von Schlüsseln, die Caches halten.</translation>
    </message>
    <message>
        <source>How many keys there are; not for `own`.</source>
        <translation>Wie viele Schlüssel es gibt; nicht bei `own`.</translation>
    </message>
    <message>
        <source>How often each key is asked for; `own` is one key for each user.</source>
        <translation>Wie oft jeder Schlüssel abgefragt wird; `own` ist ein Schlüssel je Nutzer.</translation>
    </message>
    <message>
        <source>Under `eviction: priority`, the lowest goes first.</source>
        <translation>Bei `eviction: priority` geht der niedrigste zuerst.</translation>
    </message>
    <message>
        <source>Of one entry; needed where a cache&apos;s capacity is in bytes.</source>
        <translation>Eines Eintrags; nötig, wo die Kapazität eines Caches in Bytes angegeben ist.</translation>
    </message>
    <message>
        <source>Changes the number of instances, as Knative&apos;s autoscaler does.</source>
        <translation>Ändert die Zahl der Instanzen wie der Autoscaler von Knative.</translation>
    </message>
    <message>
        <source>Least number above 0.</source>
        <translation>Kleinste Zahl über 0.</translation>
    </message>
    <message>
        <source>Requests above capacity that must fit.</source>
        <translation>Anfragen über der Kapazität, die noch Platz haben müssen.</translation>
    </message>
    <message>
        <source>The most of this time is kept.</source>
        <translation>Der Höchstwert aus dieser Zeit wird gehalten.</translation>
    </message>
    <message>
        <source>Ready over desired at most.</source>
        <translation>Bereite im Verhältnis zu gewünschten, höchstens.</translation>
    </message>
    <message>
        <source>Desired over ready instances.</source>
        <translation>Gewünschte im Verhältnis zu bereiten Instanzen.</translation>
    </message>
    <message>
        <source>Of the stable window.</source>
        <translation>Anteil am ruhigen Fenster.</translation>
    </message>
    <message>
        <source>Averaged over this; 6 s to 1 h.</source>
        <translation>Hierüber wird gemittelt; 6 s bis 1 h.</translation>
    </message>
    <message>
        <source>The last instance stays for this.</source>
        <translation>So lange bleibt die letzte Instanz.</translation>
    </message>
    <message>
        <source>Desired over ready at most.</source>
        <translation>Gewünschte im Verhältnis zu bereiten, höchstens.</translation>
    </message>
    <message>
        <source>Of the target that is aimed at.</source>
        <translation>Anteil am Ziel, der angestrebt wird.</translation>
    </message>
    <message>
        <source>A whole number, or `unlimited`.</source>
        <translation>Eine ganze Zahl oder `unlimited`.</translation>
    </message>
    <message>
        <source>Chooses an instance of the service behind it.</source>
        <translation>Wählt eine Instanz des Dienstes dahinter.</translation>
    </message>
    <message>
        <source>How the instance is chosen.</source>
        <translation>Wie die Instanz gewählt wird.</translation>
    </message>
    <message>
        <source>A component, or several to choose from.</source>
        <translation>Eine Komponente oder mehrere zur Auswahl.</translation>
    </message>
    <message>
        <source>Of the targets, under `policy: weighted`.</source>
        <translation>Der Ziele, bei `policy: weighted`.</translation>
    </message>
    <message>
        <source>A count, or a share.</source>
        <translation>Eine Anzahl oder ein Anteil.</translation>
    </message>
    <message>
        <source>An amount in US dollars.</source>
        <translation>Ein Betrag in US-Dollar.</translation>
    </message>
    <message>
        <source>Letters, digits, `_` and `-`.</source>
        <translation>Buchstaben, Ziffern, `_` und `-`.</translation>
    </message>
    <message>
        <source>Between a client and what it calls, for each attempt.</source>
        <translation>Zwischen einem Client und dem, was er aufruft, für jeden Versuch.</translation>
    </message>
    <message>
        <source>Of answers.</source>
        <translation>Für Antworten.</translation>
    </message>
    <message>
        <source>One round trip.</source>
        <translation>Ein Umlauf.</translation>
    </message>
    <message>
        <source>Of requests.</source>
        <translation>Für Anfragen.</translation>
    </message>
    <message>
        <source>The network of a part of the users.</source>
        <translation>Das Netz eines Teils der Nutzer.</translation>
    </message>
    <message>
        <source>Of the users.</source>
        <translation>Von den Nutzern.</translation>
    </message>
    <message>
        <source>Parts of the users with networks of their own; shares sum to 100 %.</source>
        <translation>Teile der Nutzer mit eigenen Netzen; die Anteile ergeben zusammen 100 %.</translation>
    </message>
    <message>
        <source>Production&apos;s view of the same figures.</source>
        <translation>Die Sicht der Produktion auf dieselben Zahlen.</translation>
    </message>
    <message>
        <source>Its address.</source>
        <translation>Seine Adresse.</translation>
    </message>
    <message>
        <source>A query for each metric.</source>
        <translation>Eine Abfrage für jeden Messwert.</translation>
    </message>
    <message>
        <source>A part of the users loses the network and comes back.</source>
        <translation>Ein Teil der Nutzer verliert das Netz und kommt zurück.</translation>
    </message>
    <message>
        <source>When.</source>
        <translation>Wann.</translation>
    </message>
    <message>
        <source>They come back within this; 0 s: together.</source>
        <translation>Innerhalb dieser Zeit kommen sie zurück; 0 s: alle zugleich.</translation>
    </message>
    <message>
        <source>How long.</source>
        <translation>Wie lange.</translation>
    </message>
    <message>
        <source>Actions that wait on the device.</source>
        <translation>Aktionen, die auf dem Gerät warten.</translation>
    </message>
    <message>
        <source>A list of steps, or a mapping with `steps`.</source>
        <translation>Eine Liste von Schritten oder eine Abbildung mit `steps`.</translation>
    </message>
    <message>
        <source>What the component does, by name.</source>
        <translation>Was die Komponente tut, nach Namen.</translation>
    </message>
    <message>
        <source>Branches that run at the same time; goes on when all have ended.</source>
        <translation>Zweige, die gleichzeitig laufen; weiter geht es, wenn alle beendet sind.</translation>
    </message>
    <message>
        <source>Branches at a time; no limit by default.</source>
        <translation>Gleichzeitige Zweige; standardmäßig unbegrenzt.</translation>
    </message>
    <message>
        <source>Each entry is a branch.</source>
        <translation>Jeder Eintrag ist ein Zweig.</translation>
    </message>
    <message>
        <source>Times in which nothing runs, such as garbage collection.</source>
        <translation>Zeiten, in denen nichts läuft, etwa wegen Garbage Collection.</translation>
    </message>
    <message>
        <source>From start to start.</source>
        <translation>Von Beginn zu Beginn.</translation>
    </message>
    <message>
        <source>Connections to what is behind it; a request holds one until its answer.</source>
        <translation>Verbindungen zu dem, was dahinter liegt; eine Anfrage hält eine bis zur Antwort.</translation>
    </message>
    <message>
        <source>Longest wait for a connection, then the request fails.</source>
        <translation>Längste Wartezeit auf eine Verbindung, dann schlägt die Anfrage fehl.</translation>
    </message>
    <message>
        <source>To open a connection.</source>
        <translation>Zum Öffnen einer Verbindung.</translation>
    </message>
    <message>
        <source>An idle connection above `min` is closed after this.</source>
        <translation>Eine untätige Verbindung über `min` hinaus wird danach geschlossen.</translation>
    </message>
    <message>
        <source>One for all, or one for each instance of the calling service.</source>
        <translation>Einer für alle oder einer für jede Instanz des aufrufenden Dienstes.</translation>
    </message>
    <message>
        <source>What the connections lead to.</source>
        <translation>Wohin die Verbindungen führen.</translation>
    </message>
    <message>
        <source>Connections, for each instance where the scope is `instance`.</source>
        <translation>Verbindungen, bei der Geltung `instance` je Instanz.</translation>
    </message>
    <message>
        <source>Open from the start.</source>
        <translation>Von Anfang an offen.</translation>
    </message>
    <message>
        <source>Replications until every objective&apos;s metric is known well enough.</source>
        <translation>Wiederholungen, bis der Messwert jedes Ziels genau genug bekannt ist.</translation>
    </message>
    <message>
        <source>Replications, whatever the precision.</source>
        <translation>Wiederholungen, unabhängig von der Genauigkeit.</translation>
    </message>
    <message>
        <source>Half-width of the interval over the value.</source>
        <translation>Halbe Breite des Intervalls im Verhältnis zum Wert.</translation>
    </message>
    <message>
        <source>List prices.</source>
        <translation>Listenpreise.</translation>
    </message>
    <message>
        <source>For each instance or server and hour.</source>
        <translation>Je Instanz oder Server und Stunde.</translation>
    </message>
    <message>
        <source>A fee, whatever happens.</source>
        <translation>Eine Gebühr, was auch geschieht.</translation>
    </message>
    <message>
        <source>For a million visits.</source>
        <translation>Für eine Million Besuche.</translation>
    </message>
    <message>
        <source>For a million items.</source>
        <translation>Für eine Million Einträge.</translation>
    </message>
    <message>
        <source>Of the price book.</source>
        <translation>Aus dem Preisbuch.</translation>
    </message>
    <message>
        <source>For a GB of answers.</source>
        <translation>Für ein GB an Antworten.</translation>
    </message>
    <message>
        <source>Servers (station, database) or connections (pool) that one instance has.</source>
        <translation>Server (Station, Datenbank) oder Verbindungen (Pool), die eine Instanz hat.</translation>
    </message>
    <message>
        <source>What is held all the time.</source>
        <translation>Was die ganze Zeit gespeichert ist.</translation>
    </message>
    <message>
        <source>For a GB held for a month.</source>
        <translation>Für ein GB, einen Monat lang gespeichert.</translation>
    </message>
    <message>
        <source>Which list prices.</source>
        <translation>Welche Listenpreise.</translation>
    </message>
    <message>
        <source>A shipped price book, or a file.</source>
        <translation>Ein mitgeliefertes Preisbuch oder eine Datei.</translation>
    </message>
    <message>
        <source>Takes off what the provider gives for nothing.</source>
        <translation>Zieht ab, was der Anbieter kostenlos gewährt.</translation>
    </message>
    <message>
        <source>Prices in the place of the book&apos;s, by product and meter.</source>
        <translation>Preise anstelle derer des Preisbuchs, nach Produkt und Zähler.</translation>
    </message>
    <message>
        <source>The copy that takes the writes.</source>
        <translation>Die Kopie, die die Schreibzugriffe annimmt.</translation>
    </message>
    <message>
        <source>Of reads, beside the replicas&apos; weights; 0 without this key.</source>
        <translation>Für Lesezugriffe, neben den Gewichten der Replikate; 0 ohne diesen Schlüssel.</translation>
    </message>
    <message>
        <source>One way of using the system. Exactly one of `actions` and `journey`.</source>
        <translation>Eine Art, das System zu nutzen. Genau eines von `actions` und `journey`.</translation>
    </message>
    <message>
        <source>Operations with their weights.</source>
        <translation>Operationen mit ihren Gewichten.</translation>
    </message>
    <message>
        <source>Of its own, instead of a share.</source>
        <translation>Eine eigene Last statt eines Anteils.</translation>
    </message>
    <message>
        <source>Instead of the workload&apos;s.</source>
        <translation>Statt des Eingangs der Last.</translation>
    </message>
    <message>
        <source>Operations in order, then again.</source>
        <translation>Operationen der Reihe nach, dann von vorn.</translation>
    </message>
    <message>
        <source>Closed only: chance that a failed action ends the session.</source>
        <translation>Nur bei geschlossener Population: Wahrscheinlichkeit, dass eine fehlgeschlagene Aktion die Sitzung beendet.</translation>
    </message>
    <message>
        <source>Of users, or of arrivals; may be left out where there is one profile.</source>
        <translation>Anteil an Nutzern oder an Ankünften; darf bei nur einem Profil fehlen.</translation>
    </message>
    <message>
        <source>Closed only: between an answer and the next action.</source>
        <translation>Nur bei geschlossener Population: zwischen einer Antwort und der nächsten Aktion.</translation>
    </message>
    <message>
        <source>Where these users are.</source>
        <translation>Wo diese Nutzer sind.</translation>
    </message>
    <message>
        <source>Hands a message to open connections.</source>
        <translation>Stellt offenen Verbindungen eine Nachricht zu.</translation>
    </message>
    <message>
        <source>From there to its receiver.</source>
        <translation>Von dort zum Empfänger.</translation>
    </message>
    <message>
        <source>How many; a fraction is the chance of one more.</source>
        <translation>Wie viele; ein Bruchteil ist die Wahrscheinlichkeit für einen mehr.</translation>
    </message>
    <message>
        <source>CPU time for each.</source>
        <translation>CPU-Zeit für jeden.</translation>
    </message>
    <message>
        <source>A broker or stream between senders and a receiver.</source>
        <translation>Ein Broker oder Strom zwischen Sendern und einem Empfänger.</translation>
    </message>
    <message>
        <source>Until a message is kept.</source>
        <translation>Bis eine Nachricht gespeichert ist.</translation>
    </message>
    <message>
        <source>Messages kept.</source>
        <translation>Gespeicherte Nachrichten.</translation>
    </message>
    <message>
        <source>Messages or batches handled at a time; one for each partition, or one, by default.</source>
        <translation>Nachrichten oder Stapel, die zugleich verarbeitet werden; standardmäßig so viele wie Partitionen, sonst 1.</translation>
    </message>
    <message>
        <source>What happens to one more.</source>
        <translation>Was mit einer weiteren geschieht.</translation>
    </message>
    <message>
        <source>Of a stream; without, one line for all consumers.</source>
        <translation>Eines Stroms; ohne sie eine Warteschlange für alle Verbraucher.</translation>
    </message>
    <message>
        <source>Older messages are lost; never by default.</source>
        <translation>Ältere Nachrichten gehen verloren; standardmäßig nie.</translation>
    </message>
    <message>
        <source>Of one delivery.</source>
        <translation>Für eine Zustellung.</translation>
    </message>
    <message>
        <source>The receiver.</source>
        <translation>Der Empfänger.</translation>
    </message>
    <message>
        <source>Events per time.</source>
        <translation>Ereignisse je Zeit.</translation>
    </message>
    <message>
        <source>A token bucket; a request without a token is refused.</source>
        <translation>Ein Token-Bucket; eine Anfrage ohne Token wird abgewiesen.</translation>
    </message>
    <message>
        <source>How clients come back.</source>
        <translation>Wie Clients zurückkommen.</translation>
    </message>
    <message>
        <source>Delay n is min(cap, backoff x 2^n).</source>
        <translation>Verzögerung n ist min(cap, backoff x 2^n).</translation>
    </message>
    <message>
        <source>Longest delay.</source>
        <translation>Längste Verzögerung.</translation>
    </message>
    <message>
        <source>`full`: drawn between 0 and the computed delay.</source>
        <translation>`full`: zwischen 0 und der berechneten Wartezeit ausgelost.</translation>
    </message>
    <message>
        <source>A copy for reading.</source>
        <translation>Eine Kopie zum Lesen.</translation>
    </message>
    <message>
        <source>From a write&apos;s end until it shows here.</source>
        <translation>Vom Ende eines Schreibzugriffs, bis er hier sichtbar ist.</translation>
    </message>
    <message>
        <source>That it serves; all that do not write by default.</source>
        <translation>Die es bedient; standardmäßig alle, die nicht schreiben.</translation>
    </message>
    <message>
        <source>As the primary by default.</source>
        <translation>Standardmäßig wie die Primäre.</translation>
    </message>
    <message>
        <source>Where it is.</source>
        <translation>Wo es ist.</translation>
    </message>
    <message>
        <source>Further attempts after a refusal, timeout or failure.</source>
        <translation>Weitere Versuche nach Abweisung, Zeitüberschreitung oder Fehler.</translation>
    </message>
    <message>
        <source>After the first try.</source>
        <translation>Nach dem ersten Versuch.</translation>
    </message>
    <message>
        <source>Bounds retries to a part of the first attempts.</source>
        <translation>Begrenzt Wiederholungen auf einen Teil der Erstversuche.</translation>
    </message>
    <message>
        <source>`full`: the delay is drawn between 0 and the computed one.</source>
        <translation>`full`: Die Verzögerung wird zwischen 0 und der berechneten gezogen.</translation>
    </message>
    <message>
        <source>Each first attempt adds `share` of a token for `over`, each retry takes one; `at_least` a second are free.</source>
        <translation>Jeder Erstversuch gibt den Anteil `share` eines Tokens für die Zeit `over`, jede Wiederholung verbraucht eines; `at_least` je Sekunde sind frei.</translation>
    </message>
    <message>
        <source>Retries that are always allowed.</source>
        <translation>Wiederholungen, die immer erlaubt sind.</translation>
    </message>
    <message>
        <source>How long a token lasts.</source>
        <translation>Wie lange ein Token gilt.</translation>
    </message>
    <message>
        <source>Retries over first attempts.</source>
        <translation>Wiederholungen im Verhältnis zu den Erstversuchen.</translation>
    </message>
    <message>
        <source>A variant that takes over in steps.</source>
        <translation>Eine Variante, die schrittweise übernimmt.</translation>
    </message>
    <message>
        <source>What it is rolled out to.</source>
        <translation>Was eingeführt wird.</translation>
    </message>
    <message>
        <source>From this time on.</source>
        <translation>Von diesem Zeitpunkt an.</translation>
    </message>
    <message>
        <source>Of the traffic.</source>
        <translation>Anteil am Verkehr.</translation>
    </message>
    <message>
        <source>How long and how often is simulated.</source>
        <translation>Wie lange und wie oft simuliert wird.</translation>
    </message>
    <message>
        <source>Of every interval; above 0 % and below 100 %.</source>
        <translation>Jedes Intervalls; über 0 % und unter 100 %.</translation>
    </message>
    <message>
        <source>Simulated time of one replication.</source>
        <translation>Simulierte Zeit einer Wiederholung.</translation>
    </message>
    <message>
        <source>A count, or a precision to be reached.</source>
        <translation>Eine Anzahl oder eine zu erreichende Genauigkeit.</translation>
    </message>
    <message>
        <source>A count.</source>
        <translation>Eine Anzahl.</translation>
    </message>
    <message>
        <source>Length of an interval in the series.</source>
        <translation>Länge eines Abschnitts in den Zeitreihen.</translation>
    </message>
    <message>
        <source>The same seed gives the same result.</source>
        <translation>Derselbe Startwert ergibt dasselbe Ergebnis.</translation>
    </message>
    <message>
        <source>What is cut off at the beginning: found by MSER-5, a time, or nothing.</source>
        <translation>Was am Anfang abgeschnitten wird: mit MSER-5 ermittelt, eine Zeit oder nichts.</translation>
    </message>
    <message>
        <source>What is held at a target: exactly one of `cpu`, `memory`, `concurrency`, `rps` and `metric`.</source>
        <translation>Was auf einem Zielwert gehalten wird: genau eines von `cpu`, `memory`, `concurrency`, `rps` und `metric`.</translation>
    </message>
    <message>
        <source>Requests held by an instance.</source>
        <translation>Anfragen, die eine Instanz hält.</translation>
    </message>
    <message>
        <source>Busy share of CPUs.</source>
        <translation>Ausgelasteter Anteil der CPUs.</translation>
    </message>
    <message>
        <source>Target for one instance.</source>
        <translation>Ziel für eine Instanz.</translation>
    </message>
    <message>
        <source>Of its limit.</source>
        <translation>Anteil an der Speichergrenze.</translation>
    </message>
    <message>
        <source>Any other, with `each` or `value`.</source>
        <translation>Jeder andere, mit `each` oder `value`.</translation>
    </message>
    <message>
        <source>Requests a second and instance.</source>
        <translation>Anfragen je Sekunde und Instanz.</translation>
    </message>
    <message>
        <source>Target for all together.</source>
        <translation>Ziel für alle zusammen.</translation>
    </message>
    <message>
        <source>Whose it is: one for all, one for each instance of the calling service, or one for each user.</source>
        <translation>Zu wem es gehört: eines für alle, eines je Instanz des aufrufenden Dienstes oder eines je Nutzer.</translation>
    </message>
    <message>
        <source>Asks another component and goes on at once.</source>
        <translation>Fragt eine andere Komponente und fährt sofort fort.</translation>
    </message>
    <message>
        <source>Instances with slots for requests and CPUs for their work.</source>
        <translation>Instanzen mit Plätzen für Anfragen und CPUs für ihre Arbeit.</translation>
    </message>
    <message>
        <source>Requests that one instance holds at a time, from first step to last.</source>
        <translation>Anfragen, die eine Instanz gleichzeitig hält, vom ersten bis zum letzten Schritt.</translation>
    </message>
    <message>
        <source>Longest time to finish when scaled in.</source>
        <translation>Längste Zeit zum Fertigwerden beim Abwärtsskalieren.</translation>
    </message>
    <message>
        <source>One waiting line at each instance, or one for all.</source>
        <translation>Eine Warteschlange an jeder Instanz oder eine für alle.</translation>
    </message>
    <message>
        <source>Requests that may wait for a slot; one more is refused.</source>
        <translation>Anfragen, die auf einen Platz warten dürfen; eine weitere wird abgewiesen.</translation>
    </message>
    <message>
        <source>A part of a whole, 0 % to 100 %.</source>
        <translation>Ein Teil eines Ganzen, 0 % bis 100 %.</translation>
    </message>
    <message>
        <source>A size; KB is 1000 bytes, KiB 1024.</source>
        <translation>Eine Größe; KB sind 1000 Bytes, KiB 1024.</translation>
    </message>
    <message>
        <source>A size, and images in the mean over their formats.</source>
        <translation>Eine Größe und Bilder, im Mittel über ihre Formate.</translation>
    </message>
    <message>
        <source>How many of each.</source>
        <translation>Wie viele von jedem.</translation>
    </message>
    <message>
        <source>Besides the images.</source>
        <translation>Zusätzlich zu den Bildern.</translation>
    </message>
    <message>
        <source>Steps with what else there is to say of the operation.</source>
        <translation>Schritte und was sonst über die Operation zu sagen ist.</translation>
    </message>
    <message>
        <source>What it gets.</source>
        <translation>Was er bekommt.</translation>
    </message>
    <message>
        <source>Under `discipline: priority`, smaller is served first.</source>
        <translation>Bei `discipline: priority` wird Kleineres zuerst bedient.</translation>
    </message>
    <message>
        <source>What the caller sends.</source>
        <translation>Was der Aufrufer sendet.</translation>
    </message>
    <message>
        <source>A promise.</source>
        <translation>Eine Zusage.</translation>
    </message>
    <message>
        <source>For lists; the objective itself by default.</source>
        <translation>Für Listen; standardmäßig das Ziel selbst.</translation>
    </message>
    <message>
        <source>A metric, `&lt;` or `&gt;`, and a quantity.</source>
        <translation>Ein Messwert, `&lt;` oder `&gt;` und eine Größe mit Einheit.</translation>
    </message>
    <message>
        <source>Of the error budget.</source>
        <translation>Zeitraum des Fehlerbudgets.</translation>
    </message>
    <message>
        <source>The textbook station: one line in front of all its servers.</source>
        <translation>Die Station aus dem Lehrbuch: eine Warteschlange vor allen Servern.</translation>
    </message>
    <message>
        <source>Waiting and in service; one more is refused.</source>
        <translation>Wartend und in Bedienung; eine weitere wird abgewiesen.</translation>
    </message>
    <message>
        <source>Who is served next.</source>
        <translation>Wer als Nächstes bedient wird.</translation>
    </message>
    <message>
        <source>Each serves one request at a time.</source>
        <translation>Jeder bedient jeweils eine Anfrage.</translation>
    </message>
    <message>
        <source>One thing that a component does for a request: exactly one of its actions.</source>
        <translation>Eine Sache, die eine Komponente für eine Anfrage tut: genau eine der Aktionen.</translation>
    </message>
    <message>
        <source>One of the alternatives; if shares sum to less than 100 %, the rest does nothing.</source>
        <translation>Eine der Alternativen; ergeben die Anteile zusammen weniger als 100 %, tut der Rest nichts.</translation>
    </message>
    <message>
        <source>Takes time and needs nothing.</source>
        <translation>Braucht Zeit und sonst nichts.</translation>
    </message>
    <message>
        <source>Records when this point of a page is reached.</source>
        <translation>Zeichnet auf, wann dieser Punkt einer Seite erreicht ist.</translation>
    </message>
    <message>
        <source>Paths address the step by it; unique in the operation.</source>
        <translation>Pfade sprechen den Schritt damit an; eindeutig in der Operation.</translation>
    </message>
    <message>
        <source>Several steps as one, for a branch.</source>
        <translation>Mehrere Schritte als einer, für einen Zweig.</translation>
    </message>
    <message>
        <source>Done in this order.</source>
        <translation>In dieser Reihenfolge ausgeführt.</translation>
    </message>
    <message>
        <source>Changes the number of instances, as AWS target tracking does.</source>
        <translation>Ändert die Zahl der Instanzen wie Target Tracking von AWS.</translation>
    </message>
    <message>
        <source>A count written with k, M or G for thousands.</source>
        <translation>Eine Anzahl, geschrieben mit k, M oder G für Tausender.</translation>
    </message>
    <message>
        <source>Fills at `rate`, holds `burst`.</source>
        <translation>Füllt sich mit `rate`, fasst `burst`.</translation>
    </message>
    <message>
        <source>Tokens it holds; a second&apos;s worth by default, 1 at least.</source>
        <translation>Tokens, die er fasst; standardmäßig so viele, wie in einer Sekunde hinzukommen, mindestens 1.</translation>
    </message>
    <message>
        <source>By how much, how often.</source>
        <translation>Um wie viel, wie oft.</translation>
    </message>
    <message>
        <source>That need a token; all by default.</source>
        <translation>Die ein Token brauchen; standardmäßig alle.</translation>
    </message>
    <message>
        <source>Requests that may wait for a token.</source>
        <translation>Anfragen, die auf ein Token warten dürfen.</translation>
    </message>
    <message>
        <source>Tokens per time.</source>
        <translation>Tokens je Zeit.</translation>
    </message>
    <message>
        <source>Where growth ends.</source>
        <translation>Wo das Wachstum endet.</translation>
    </message>
    <message>
        <source>Removing instances.</source>
        <translation>Entfernen von Instanzen.</translation>
    </message>
    <message>
        <source>No further removal for this.</source>
        <translation>So lange wird nichts weiter entfernt.</translation>
    </message>
    <message>
        <source>`false`: never removes.</source>
        <translation>`false`: entfernt nie.</translation>
    </message>
    <message>
        <source>Below the target.</source>
        <translation>Unter dem Ziel.</translation>
    </message>
    <message>
        <source>Data points in a row below the target less the margin.</source>
        <translation>Aufeinanderfolgende Messpunkte unter dem Ziel abzüglich des Spielraums.</translation>
    </message>
    <message>
        <source>Adding instances.</source>
        <translation>Hinzufügen von Instanzen.</translation>
    </message>
    <message>
        <source>What was added counts as there for this.</source>
        <translation>So lange gilt das Hinzugefügte als vorhanden.</translation>
    </message>
    <message>
        <source>Data points in a row above the target.</source>
        <translation>Aufeinanderfolgende Messpunkte über dem Ziel.</translation>
    </message>
    <message>
        <source>`between` or `values`.</source>
        <translation>`between` oder `values`.</translation>
    </message>
    <message>
        <source>Whole numbers.</source>
        <translation>Ganze Zahlen.</translation>
    </message>
    <message>
        <source>As the file would write them.</source>
        <translation>Wie sie in der Datei stünden.</translation>
    </message>
    <message>
        <source>A closed population: think, act, wait for the answer, think again.</source>
        <translation>Eine geschlossene Population: denken, handeln, auf die Antwort warten, wieder denken.</translation>
    </message>
    <message>
        <source>Named changes to the base: first `remove`, then `add`, then `set`.</source>
        <translation>Benannte Änderungen an der Basis: erst `remove`, dann `add`, dann `set`.</translation>
    </message>
    <message>
        <source>Parts of the file that are merged in: new keys, entries at the end of lists.</source>
        <translation>Teile der Datei, die eingemischt werden: neue Schlüssel, Einträge am Ende von Listen.</translation>
    </message>
    <message>
        <source>The variant that it builds on; else the base.</source>
        <translation>Die Variante, auf der sie aufbaut; sonst die Basis.</translation>
    </message>
    <message>
        <source>Paths.</source>
        <translation>Pfade.</translation>
    </message>
    <message>
        <source>Values by path: `api.instances`, `workload.users`, `api.operations.feed.count.call.timeout`.</source>
        <translation>Werte nach Pfad: `api.instances`, `workload.users`, `api.operations.feed.count.call.timeout`.</translation>
    </message>
    <message>
        <source>Needs a CPU (service, function, gateway) or the server held (station, database).</source>
        <translation>Braucht eine CPU (Dienst, Funktion, Gateway) oder den belegten Server (Station, Datenbank).</translation>
    </message>
    <message>
        <source>Work for requests about several items.</source>
        <translation>Arbeit für Anfragen über mehrere Einträge.</translation>
    </message>
    <message>
        <source>Besides, for each item.</source>
        <translation>Zusätzlich für jeden Eintrag.</translation>
    </message>
    <message>
        <source>For the request.</source>
        <translation>Für die Anfrage.</translation>
    </message>
    <message>
        <source>The traffic.</source>
        <translation>Der Verkehr.</translation>
    </message>
    <message>
        <source>The component that users call.</source>
        <translation>Die Komponente, die Nutzer aufrufen.</translation>
    </message>
    <message>
        <source>Ways of using the system, by name.</source>
        <translation>Arten, das System zu nutzen, jeweils mit Namen.</translation>
    </message>
    <message>
        <source>Loads that sliders and searches cover.</source>
        <translation>Lasten, die Regler und Suchen abdecken.</translation>
    </message>
    <message>
        <source>Users begin thinking, or all act at once.</source>
        <translation>Nutzer beginnen mit der Denkzeit, oder alle handeln zugleich.</translation>
    </message>
    <message>
        <source>When what was written goes to the origin.</source>
        <translation>Wann das Geschriebene an den Ursprung geht.</translation>
    </message>
    <message>
        <source>Or as soon as so many writes wait.</source>
        <translation>Oder sobald so viele Schreibzugriffe warten.</translation>
    </message>
    <message>
        <source>How far it is from one zone to another.</source>
        <translation>Wie weit es von einer Zone zur anderen ist.</translation>
    </message>
    <message>
        <source>Round trips between two zones or regions.</source>
        <translation>Umlaufzeiten zwischen zwei Zonen oder Regionen.</translation>
    </message>
    <message>
        <source>Zones that lie together.</source>
        <translation>Zonen, die zusammenliegen.</translation>
    </message>
    <message>
        <source>Between zones of one region.</source>
        <translation>Zwischen Zonen einer Region.</translation>
    </message>
    <message>
        <source>A round trip between components of one zone.</source>
        <translation>Eine Umlaufzeit zwischen Komponenten einer Zone.</translation>
    </message>
    <message>
        <source>What somebody would be woken by.</source>
        <translation>Was jemanden wecken würde.</translation>
    </message>
    <message>
        <source>Figures that documents assert.</source>
        <translation>Zahlen, die Dokumente behaupten.</translation>
    </message>
    <message>
        <source>The nodes; a call from one to another is an edge.</source>
        <translation>Die Knoten; ein Aufruf von einem zum anderen ist eine Kante.</translation>
    </message>
    <message>
        <source>What goes wrong on a timetable.</source>
        <translation>Was nach Zeitplan schiefgeht.</translation>
    </message>
    <message>
        <source>Version of the format.</source>
        <translation>Version des Formats.</translation>
    </message>
    <message>
        <source>Pictures that answers carry.</source>
        <translation>Bilder, die in Antworten enthalten sind.</translation>
    </message>
    <message>
        <source>What caches hold.</source>
        <translation>Was Caches halten.</translation>
    </message>
    <message>
        <source>Where the canvas puts components: [x, y].</source>
        <translation>Wo die Zeichenfläche Komponenten anordnet: [x, y].</translation>
    </message>
    <message>
        <source>For lists and reports; the file&apos;s name by default.</source>
        <translation>Für Listen und Berichte; standardmäßig der Name der Datei.</translation>
    </message>
    <message>
        <source>Promises.</source>
        <translation>Zusagen.</translation>
    </message>
    <message>
        <source>Parameters that `size` may choose, by path.</source>
        <translation>Parameter, die `size` wählen darf, nach Pfad.</translation>
    </message>
    <message>
        <source>Named changes.</source>
        <translation>Benannte Änderungen.</translation>
    </message>
</context>
<context>
    <name>Simulation</name>
    <message>
        <source>%1: it is held while what is behind is waited for, and that is near its limit, so that times can be off by a fifth</source>
        <translation>%1: bleibt belegt, während auf das Dahinterliegende gewartet wird, und das ist nahe seiner Grenze, sodass Zeiten um ein Fünftel falsch sein können</translation>
    </message>
    <message>
        <source>%1: its eviction is taken as least recently used</source>
        <translation>%1: Die Verdrängung ist gerechnet, als träfe sie den am längsten nicht genutzten Eintrag (LRU)</translation>
    </message>
    <message>
        <source>%1: writes are taken as passing through and dropping their key, and drops by events elsewhere are left out</source>
        <translation>%1: Schreibzugriffe sind gerechnet, als gingen sie hindurch und verwürfen ihren Schlüssel; was Ereignisse anderswo verwerfen, ist nicht berücksichtigt</translation>
    </message>
    <message>
        <source>%1: look-ups are taken as independent of each other, and the cache as filled</source>
        <translation>%1: Angenommen ist, dass die Abfragen voneinander unabhängig sind und der Cache gefüllt ist</translation>
    </message>
    <message>
        <source>%1: it takes %2 to come to rest, so a run of %3 still sees what it was filled with</source>
        <translation>%1: Bis zur Ruhe dauert es %2, deshalb sieht ein Lauf von %3 noch, womit der Cache gefüllt wurde</translation>
    </message>
    <message>
        <source>%1: it takes %2 to come to rest, so a run of %3 sees fewer hits</source>
        <translation>%1: Bis zur Ruhe dauert es %2, deshalb sieht ein Lauf von %3 weniger Treffer</translation>
    </message>
    <message>
        <source>%1: going offline, its breaker and its hedge are left out</source>
        <translation>%1: Zeiten ohne Netz, Sicherung und Zweitanfrage sind nicht berücksichtigt</translation>
    </message>
    <message>
        <source>%1: work of its pages that runs beside other work is taken as not waiting for the device</source>
        <translation>%1: Angenommen ist, dass Arbeit der Seiten, die neben anderer läuft, nicht auf das Gerät wartet</translation>
    </message>
    <message>
        <source>%1: instances and waits are those at rest; the instances that a start from nothing or a growing load calls up, and their cold starts, are left out</source>
        <translation>%1: Instanzen und Wartezeiten sind die im Ruhezustand; Instanzen, die ein Start aus dem Nichts oder wachsende Last hervorruft, und ihre Kaltstarts sind nicht berücksichtigt</translation>
    </message>
    <message>
        <source>%1: every user is taken as connected; connecting, reconnecting and the end of sessions are left out</source>
        <translation>%1: Angenommen ist, dass alle Nutzer verbunden sind; Verbinden, Wiederverbinden und das Ende von Sitzungen sind nicht berücksichtigt</translation>
    </message>
    <message>
        <source>%1: %2 is taken as handing everything on at once</source>
        <translation>%1: Angenommen ist, dass %2 alles sofort weitergibt</translation>
    </message>
    <message>
        <source>%1: %2 is taken as never busy</source>
        <translation>%1: Angenommen ist, dass %2 nie ausgelastet ist</translation>
    </message>
    <message>
        <source>%1: connections are taken as open; the time that opening them takes after a start or a quiet phase is left out</source>
        <translation>%1: Angenommen ist, dass die Verbindungen offen sind; die Zeit, die das Öffnen nach einem Start oder einer ruhigen Phase braucht, ist nicht berücksichtigt</translation>
    </message>
    <message>
        <source>%1: its messages are taken as spread evenly over partitions and time</source>
        <translation>%1: Angenommen ist, dass sich die Nachrichten gleichmäßig auf Partitionen und Zeit verteilen</translation>
    </message>
    <message>
        <source>%1: the shorter of two lines is taken as with very many instances of one CPU</source>
        <translation>%1: Die kürzere von zwei Warteschlangen ist gerechnet wie bei sehr vielen Instanzen mit je einer CPU</translation>
    </message>
    <message>
        <source>%1: least requests is taken as one line for all its instances</source>
        <translation>%1: Die Wahl nach den wenigsten Anfragen ist gerechnet wie eine Warteschlange für alle Instanzen</translation>
    </message>
    <message>
        <source>%1: its instances are taken as chosen at random, all alike</source>
        <translation>%1: Angenommen ist, dass die Instanzen zufällig gewählt werden, alle gleich oft</translation>
    </message>
    <message>
        <source>%1: waits of its priority classes are those of one fast server in the same proportion</source>
        <translation>%1: Die Wartezeiten der Vorrangklassen stehen im selben Verhältnis wie bei einem einzigen schnellen Server</translation>
    </message>
    <message>
        <source>%1: the spread of its response times is that of exponential work (processor sharing has no simple law for other work)</source>
        <translation>%1: Die Streuung der Antwortzeiten ist die bei exponentieller Arbeit (für andere Arbeit gibt es bei geteilten Prozessoren kein einfaches Gesetz)</translation>
    </message>
    <message>
        <source>%1: its primary and replicas are taken as one line for all their servers</source>
        <translation>%1: Primärserver und Replikate sind gerechnet wie eine Warteschlange für all ihre Server</translation>
    </message>
    <message>
        <source>%1: waits for single keys are left out</source>
        <translation>%1: Wartezeiten auf einzelne Schlüssel sind nicht berücksichtigt</translation>
    </message>
    <message>
        <source>%1: its limit is left out</source>
        <translation>%1: Die Grenze für Anfragen ist nicht berücksichtigt</translation>
    </message>
    <message>
        <source>%1: its pauses are left out</source>
        <translation>%1: Die Pausen sind nicht berücksichtigt</translation>
    </message>
    <message>
        <source>%1: of the policies on its calls only timeouts and retries count</source>
        <translation>%1: Von den Regeln für die Aufrufe zählen nur Zeitgrenzen und Wiederholungen</translation>
    </message>
    <message>
        <source>%1: at rest, with %2 instances of %3 from the start; the way there from those of the file is left out</source>
        <translation>%1: im Ruhezustand, von Anfang an mit %2 Instanzen von %3; der Weg dorthin von denen der Datei ist nicht berücksichtigt</translation>
    </message>
    <message>
        <source>quantiles of response times come from the first two moments of their parts, taken as independent</source>
        <translation>Quantile der Antwortzeiten folgen aus den ersten beiden Momenten ihrer Teile, die als unabhängig gelten</translation>
    </message>
    <message>
        <source>the load varies: this is for its peak, held for ever</source>
        <translation>die Last schwankt: Gerechnet ist mit ihrer Spitze, für immer gehalten</translation>
    </message>
    <message>
        <source>the roll-out is taken at its last step, held for ever: %1 of the traffic on %2</source>
        <translation>von der Einführung ist der letzte Schritt gerechnet, für immer gehalten: %1 des Verkehrs auf %2</translation>
    </message>
    <message>
        <source>users who leave after an error are taken as staying</source>
        <translation>von Nutzern, die nach einem Fehler gehen, ist angenommen, dass sie bleiben</translation>
    </message>
    <message>
        <source>it is asked for more than it can do, and its line grows without end</source>
        <translation>es wird mehr verlangt, als möglich ist, und die Warteschlange wächst ohne Ende</translation>
    </message>
    <message>
        <source>%1 is asked for more than it can do: its line grows without end, and times behind it are unknown.</source>
        <translation>Von %1 wird mehr verlangt, als möglich ist: Die Warteschlange wächst ohne Ende, und die Zeiten dahinter sind unbekannt.</translation>
    </message>
    <message>
        <source>no state was found in which everything stands still: the system tips over near this load</source>
        <translation>kein Zustand gefunden, in dem alles zur Ruhe kommt: Nahe dieser Last kippt das System</translation>
    </message>
    <message>
        <source>%1 million requests are open at once: work arrives faster than it can be done, without end</source>
        <translation>%1 Millionen Anfragen sind gleichzeitig offen: Arbeit kommt ohne Ende schneller, als sie getan werden kann</translation>
    </message>
    <message>
        <source>time stands still at %1 s: users act without thinking and are answered without any delay</source>
        <translation>die Zeit steht still bei %1 s: Nutzer handeln ohne Denkzeit und bekommen ihre Antwort ohne jede Verzögerung</translation>
    </message>
    <message>
        <source>its server is busy %1 of the time</source>
        <translation>der Server ist zu %1 ausgelastet</translation>
    </message>
    <message>
        <source>its %2 servers are busy %1 of the time</source>
        <translation>die %2 Server sind zu %1 ausgelastet</translation>
    </message>
    <message>
        <source>its servers are busy %1 of the time</source>
        <translation>die Server sind zu %1 ausgelastet</translation>
    </message>
    <message>
        <source>its CPU is busy %1 of the time</source>
        <translation>die CPU ist zu %1 ausgelastet</translation>
    </message>
    <message>
        <source>its %2 CPUs are busy %1 of the time</source>
        <translation>die %2 CPUs sind zu %1 ausgelastet</translation>
    </message>
    <message>
        <source>its CPUs are busy %1 of the time</source>
        <translation>die CPUs sind zu %1 ausgelastet</translation>
    </message>
    <message>
        <source>its slot is held %1 of the time</source>
        <translation>der Platz ist zu %1 belegt</translation>
    </message>
    <message>
        <source>all %2 slots are held %1 of the time</source>
        <translation>die %2 Plätze sind zu %1 belegt</translation>
    </message>
    <message>
        <source>its slots are held %1 of the time</source>
        <translation>die Plätze sind zu %1 belegt</translation>
    </message>
    <message>
        <source>its connection is held %1 of the time</source>
        <translation>die Verbindung ist zu %1 belegt</translation>
    </message>
    <message>
        <source>all %2 connections are held %1 of the time</source>
        <translation>die %2 Verbindungen sind zu %1 belegt</translation>
    </message>
    <message>
        <source>its connections are held %1 of the time</source>
        <translation>die Verbindungen sind zu %1 belegt</translation>
    </message>
    <message>
        <source>its consumer is busy %1 of the time</source>
        <translation>der Verbraucher ist zu %1 ausgelastet</translation>
    </message>
    <message>
        <source>its %2 consumers are busy %1 of the time</source>
        <translation>die %2 Verbraucher sind zu %1 ausgelastet</translation>
    </message>
    <message>
        <source>its consumers are busy %1 of the time</source>
        <translation>die Verbraucher sind zu %1 ausgelastet</translation>
    </message>
    <message>
        <source>its uplink is busy %1 of the time</source>
        <translation>die Sendeleitung ist zu %1 ausgelastet</translation>
    </message>
    <message>
        <source>a visit waits %1 for CPUs</source>
        <translation>ein Besuch wartet %1 auf CPUs</translation>
    </message>
    <message>
        <source>each for %1, mostly by calls to %2</source>
        <translation>je Besuch %1 lang, meist durch Aufrufe von %2</translation>
    </message>
    <message>
        <source>each for %1</source>
        <translation>je Besuch %1 lang</translation>
    </message>
    <message>
        <source>each visit for %1</source>
        <translation>je Besuch %1 lang</translation>
    </message>
    <message>
        <source>%1 visit waits</source>
        <translation>%1 Besuch wartet</translation>
    </message>
    <message>
        <source>%1 visits wait</source>
        <translation>%1 Besuche warten</translation>
    </message>
    <message>
        <source>%1 of its visits are turned away</source>
        <translation>%1 der Besuche werden abgewiesen</translation>
    </message>
    <message>
        <source>%1 is full only because it waits for this</source>
        <translation>%1 ist nur deshalb voll, weil dort auf diese Komponente gewartet wird</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1 und %2</translation>
    </message>
    <message>
        <source>%1 are full only because they wait for this</source>
        <translation>%1 sind nur deshalb voll, weil dort auf diese Komponente gewartet wird</translation>
    </message>
    <message>
        <source>nothing is saturated: the largest part of the response time, %1, is spent here</source>
        <translation>nichts ist gesättigt: Der größte Teil der Antwortzeit, %1, vergeht hier</translation>
    </message>
    <message>
        <source>nothing is saturated: the largest part of the response time, %1, is spent here, %2 a visit, mostly waiting</source>
        <translation>nichts ist gesättigt: Der größte Teil der Antwortzeit, %1, vergeht hier, %2 je Besuch, meist mit Warten</translation>
    </message>
    <message>
        <source>nothing is saturated: the largest part of the response time, %1, is spent here, %2 a visit</source>
        <translation>nichts ist gesättigt: Der größte Teil der Antwortzeit, %1, vergeht hier, %2 je Besuch</translation>
    </message>
    <message>
        <source>its answers take %1</source>
        <translation>die Antworten dauern %1</translation>
    </message>
    <message>
        <source>users stay with the %1 instances that they began with, and the %2 added since get none</source>
        <translation>die Nutzer bleiben bei den %1 Instanzen, bei denen sie begannen, und die %2 seither hinzugekommenen bekommen keine</translation>
    </message>
    <message>
        <source>it names nothing that can be measured</source>
        <translation>sie nennt nichts, was sich messen lässt</translation>
    </message>
    <message>
        <source>it names no bound</source>
        <translation>sie nennt keine Schranke</translation>
    </message>
    <message>
        <source>between %1 and %2</source>
        <translation>zwischen %1 und %2</translation>
    </message>
    <message>
        <source>at least %1</source>
        <translation>mindestens %1</translation>
    </message>
    <message>
        <source>at most %1</source>
        <translation>höchstens %1</translation>
    </message>
    <message>
        <source>claimed: %1, but it is at most %2 = %3</source>
        <translation>behauptet: %1, aber es sind höchstens %2 = %3</translation>
    </message>
    <message>
        <source>claimed: %1, but it is at least %2 = %3</source>
        <translation>behauptet: %1, aber es sind mindestens %2 = %3</translation>
    </message>
    <message>
        <source>claimed: %1</source>
        <translation>behauptet: %1</translation>
    </message>
    <message>
        <source>this run has no such figure</source>
        <translation>dieser Lauf hat keine solche Zahl</translation>
    </message>
    <message>
        <source>%1 has no value</source>
        <translation>%1 hat keinen Wert</translation>
    </message>
    <message>
        <source>too close to call, the bound lies within the interval of the figure</source>
        <translation>zu knapp zum Entscheiden, die Schranke liegt im Intervall der Zahl</translation>
    </message>
    <message>
        <source>it is about the capacity, which a single run does not give</source>
        <translation>sie handelt von der Kapazität, die ein einzelner Lauf nicht ergibt</translation>
    </message>
    <message>
        <source>it is about variant `%1`; this run is of the base</source>
        <translation>sie handelt von der Variante `%1`; dieser Lauf ist einer der Basis</translation>
    </message>
    <message>
        <source>it is about variant `%1`; this run is of variant `%2`</source>
        <translation>sie handelt von der Variante `%1`; dieser Lauf ist einer der Variante `%2`</translation>
    </message>
    <message>
        <source>it is about %1 users; this run has no constant number of users</source>
        <translation>sie handelt von %1 Nutzern; in diesem Lauf ist die Zahl der Nutzer nicht konstant</translation>
    </message>
    <message>
        <source>it is about %1 users; this run has %2</source>
        <translation>sie handelt von %1 Nutzern; dieser Lauf hat %2</translation>
    </message>
    <message>
        <source>Not priced: %1 of %2, because %3.</source>
        <translation>Ohne Preis: %1 von %2, denn %3.</translation>
    </message>
    <message>
        <source>Not priced: %1, because its product `%2` is in no price book that is used.</source>
        <translation>Ohne Preis: %1, denn das Produkt `%2` steht in keinem verwendeten Preisbuch.</translation>
    </message>
    <message>
        <source>Some prices of %1 are not from the provider&apos;s own list; see their sources.</source>
        <translation>Einige Preise von %1 stammen nicht aus der Liste des Anbieters selbst; siehe ihre Quellen.</translation>
    </message>
    <message>
        <source>no objective could be judged</source>
        <translation>kein Ziel ließ sich beurteilen</translation>
    </message>
    <message>
        <source>%1 of %2 held</source>
        <translation>%1 von %2 gehalten</translation>
    </message>
    <message>
        <source>nothing was asked</source>
        <translation>nichts wurde angefragt</translation>
    </message>
    <message>
        <source>%1 of the actions fail, %2 may</source>
        <translation>%1 der Aktionen schlagen fehl, %2 dürfen es</translation>
    </message>
    <message>
        <source>nothing in it can run out</source>
        <translation>nichts darin kann knapp werden</translation>
    </message>
    <message>
        <source>%1 is used to %2</source>
        <translation>%1 ist zu %2 ausgelastet</translation>
    </message>
    <message>
        <source>no alert could be evaluated</source>
        <translation>kein Alarm ließ sich auswerten</translation>
    </message>
    <message>
        <source>%1 fires %2 of the time</source>
        <translation>%1 ist in %2 der Zeit ausgelöst</translation>
    </message>
    <message>
        <source>none fires</source>
        <translation>keiner wird ausgelöst</translation>
    </message>
    <message>
        <source>it was not measured</source>
        <translation>es wurde nicht gemessen</translation>
    </message>
    <message>
        <source>it has no `cpus`</source>
        <translation>es fehlt `cpus`</translation>
    </message>
    <message>
        <source>it has no `memory`</source>
        <translation>es fehlt `memory`</translation>
    </message>
    <message>
        <source>it has no `memory`, which decides the processor</source>
        <translation>es fehlt `memory`, wonach sich der Prozessor richtet</translation>
    </message>
    <message>
        <source>its figure is not known</source>
        <translation>die Zahl dafür ist unbekannt</translation>
    </message>
    <message>
        <source>its price has no `stored`</source>
        <translation>dem Preis fehlt `stored`</translation>
    </message>
    <message>
        <source>calls of `%1` are about different numbers of `items`</source>
        <translation>Aufrufe von `%1` betreffen verschiedene Anzahlen von `items`</translation>
    </message>
    <message>
        <source>its operations have no `answer`</source>
        <translation>den Operationen fehlt `answer`</translation>
    </message>
    <message>
        <source>instance-hours</source>
        <translation>Instanzstunden</translation>
    </message>
    <message>
        <source>vCPU-seconds</source>
        <translation>vCPU-Sekunden</translation>
    </message>
    <message>
        <source>GiB-seconds</source>
        <translation>GiB-Sekunden</translation>
    </message>
    <message>
        <source>GHz-seconds</source>
        <translation>GHz-Sekunden</translation>
    </message>
    <message>
        <source>CPU-seconds used</source>
        <translation>verbrauchte CPU-Sekunden</translation>
    </message>
    <message>
        <source>requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>items</source>
        <translation>Einträge</translation>
    </message>
    <message>
        <source>reads</source>
        <translation>Lesezugriffe</translation>
    </message>
    <message>
        <source>writes</source>
        <translation>Schreibzugriffe</translation>
    </message>
    <message>
        <source>deletes</source>
        <translation>Löschzugriffe</translation>
    </message>
    <message>
        <source>GB stored</source>
        <translation>gespeicherte GB</translation>
    </message>
    <message>
        <source>GB sent</source>
        <translation>gesendete GB</translation>
    </message>
    <message>
        <source>GB processed</source>
        <translation>verarbeitete GB</translation>
    </message>
    <message>
        <source>months</source>
        <translation>Monate</translation>
    </message>
    <message>
        <source>the scenario</source>
        <translation>das Szenario</translation>
    </message>
    <message>
        <source>errors (assumed)</source>
        <translation>Fehler (angenommen)</translation>
    </message>
    <message>
        <source>popularity from %1: it takes one class of keys, of Zipf popularity, in a cache with a capacity</source>
        <translation>die Beliebtheit aus %1: Dazu braucht es eine einzige Klasse von Schlüsseln mit Zipf-Beliebtheit in einem Cache mit Kapazität</translation>
    </message>
    <message>
        <source>popularity from %1: no exponent from 0 to 3 gives this ratio</source>
        <translation>die Beliebtheit aus %1: Kein Exponent von 0 bis 3 ergibt diese Quote</translation>
    </message>
    <message>
        <source>its p50 and p95</source>
        <translation>p50 und p95 der Antwortzeit</translation>
    </message>
    <message>
        <source>work of all components: `workload.throughput` was not measured</source>
        <translation>die Arbeit aller Komponenten: `workload.throughput` wurde nicht gemessen</translation>
    </message>
    <message>
        <source>work of %1: %2</source>
        <translation>die Arbeit von %1: %2</translation>
    </message>
    <message>
        <source>work of %1: its utilisation was not measured</source>
        <translation>die Arbeit von %1: Die Auslastung wurde nicht gemessen</translation>
    </message>
    <message>
        <source>work at %1: measured values of a file are not scaled</source>
        <translation>die Arbeit bei %1: Gemessene Werte einer Datei werden nicht skaliert</translation>
    </message>
    <message>
        <source>how variable the work of %1 is: no quantile of a response time was measured</source>
        <translation>wie stark die Arbeit von %1 schwankt: Kein Quantil einer Antwortzeit wurde gemessen</translation>
    </message>
    <message>
        <source>The quantiles of %1 do not fit whatever the variability of its work; something that takes time is missing in the model.</source>
        <translation>Die Quantile von %1 passen nicht, wie stark die Arbeit auch schwankt; im Modell fehlt etwas, das Zeit braucht.</translation>
    </message>
    <message>
        <source>quantiles of %1</source>
        <translation>Quantile von %1</translation>
    </message>
    <message>
        <source>%1 and quantiles of the response time</source>
        <translation>%1 und Quantile der Antwortzeit</translation>
    </message>
    <message>
        <source>the action `%1` in what was measured</source>
        <translation>die Aktion `%1` im Gemessenen</translation>
    </message>
    <message>
        <source>one of the scenario&apos;s; import it under another name by --as</source>
        <translation>eine des Szenarios; mit --as unter anderem Namen importieren</translation>
    </message>
    <message>
        <source>no traffic in what was measured</source>
        <translation>kein Verkehr im Gemessenen</translation>
    </message>
    <message>
        <source>a series `workload.throughput` or `workload.users`</source>
        <translation>eine Reihe `workload.throughput` oder `workload.users`</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>no measured action reaches it, or it works on no CPU</source>
        <translation>keine gemessene Aktion erreicht die Operation, oder sie arbeitet auf keiner CPU</translation>
    </message>
    <message>
        <source>too few intervals were measured</source>
        <translation>zu wenige Messabschnitte wurden gemessen</translation>
    </message>
    <message>
        <source>the fit gives it no work at all</source>
        <translation>die Anpassung weist der Operation gar keine Arbeit zu</translation>
    </message>
    <message>
        <source>the mix of actions hardly changes, so that it cannot be told from the others; all were scaled alike</source>
        <translation>die Mischung der Aktionen ändert sich kaum, sodass sich diese Operation von den anderen nicht trennen lässt; alle wurden gleich skaliert</translation>
    </message>
    <message>
        <source>bracketing by theory</source>
        <translation>grenzt nach der Theorie ein</translation>
    </message>
    <message>
        <source>simulating a load near the limit</source>
        <translation>simuliert eine Last nahe der Grenze</translation>
    </message>
    <message>
        <source>At %1 arrivals/s every objective held again: near the limit verdicts are a matter of chance.</source>
        <translation>Bei %1 Ankünften/s wurde wieder jedes Ziel gehalten: Nahe der Grenze ist das Urteil Zufall.</translation>
    </message>
    <message>
        <source>At %1 users every objective held again: near the limit verdicts are a matter of chance.</source>
        <translation>Bei %1 Nutzern wurde wieder jedes Ziel gehalten: Nahe der Grenze ist das Urteil Zufall.</translation>
    </message>
    <message>
        <source>drawing the curve</source>
        <translation>zeichnet die Kurve</translation>
    </message>
    <message>
        <source>mending %1</source>
        <translation>schafft Abhilfe bei %1</translation>
    </message>
    <message>
        <source>simulating what mending gives</source>
        <translation>simuliert, was die Abhilfe bringt</translation>
    </message>
    <message>
        <source>trying %1</source>
        <translation>probiert %1</translation>
    </message>
    <message>
        <source>The runs have different seeds (`run.seed`), so they share no random numbers and the intervals of their differences are wider than need be.</source>
        <translation>Die Läufe haben verschiedene Startwerte (`run.seed`), also keine gemeinsamen Zufallszahlen, und die Intervalle ihrer Unterschiede sind breiter als nötig.</translation>
    </message>
    <message>
        <source>Of some runs no replication was finished, so there is nothing to take a difference of.</source>
        <translation>Von einigen Läufen wurde keine Wiederholung fertig, deshalb lässt sich kein Unterschied bilden.</translation>
    </message>
    <message>
        <source>With one pair of replications differences have no intervals: nobody can say whether they are chance. Ask for more (`run.replications`).</source>
        <translation>Bei nur einem Paar von Wiederholungen haben Unterschiede kein Intervall: Niemand kann sagen, ob sie Zufall sind. Mehr Wiederholungen verlangen (`run.replications`).</translation>
    </message>
    <message>
        <source>looking for the end of %1</source>
        <translation>sucht, bis wann %1 gehalten wird</translation>
    </message>
    <message>
        <source>enlarging %1</source>
        <translation>vergrößert %1</translation>
    </message>
    <message>
        <source>More of %1 does not help further: what it does, or how often it is asked, has to change.</source>
        <translation>Mehr von %1 hilft nicht weiter: Zu ändern ist, was dort getan wird oder wie oft es verlangt wird.</translation>
    </message>
    <message>
        <source>checking %1</source>
        <translation>prüft %1</translation>
    </message>
    <message>
        <source>It looks further ahead than the history goes back: that the growth goes on like this is an assumption.</source>
        <translation>Die Vorhersage reicht weiter voraus als der Verlauf zurück: Dass das Wachstum so weitergeht, ist eine Annahme.</translation>
    </message>
    <message>
        <source>the hours of the day</source>
        <translation>die Stunden des Tages</translation>
    </message>
    <message>
        <source>the days of the week</source>
        <translation>die Tage der Woche</translation>
    </message>
    <message>
        <source>the months of the year</source>
        <translation>die Monate des Jahres</translation>
    </message>
    <message>
        <source>The history covers %1 days; no season can be seen in it.</source>
        <translation>Der Verlauf umfasst %1 Tage; kein wiederkehrendes Muster ist darin zu sehen.</translation>
    </message>
    <message>
        <source>The history covers %1 days; seen in it: %2.</source>
        <translation>Der Verlauf umfasst %1 Tage; darin zu sehen: %2.</translation>
    </message>
    <message>
        <source>What repeats each year takes two years of history to be seen; it is taken for growth.</source>
        <translation>Was sich jährlich wiederholt, zeigt sich erst in zwei Jahren Verlauf; bis dahin gilt es als Wachstum.</translation>
    </message>
    <message>
        <source>%1 hours with a load above 0 in %2 days</source>
        <translation>%1 Stunden mit einer Last über 0 in %2 Tagen</translation>
    </message>
    <message>
        <source>at least ten that span a week</source>
        <translation>mindestens zehn, die eine Woche umspannen</translation>
    </message>
    <message>
        <source>%1 of %2 samples have no load and are left out.</source>
        <translation>%1 von %2 Messwerten haben keine Last und sind ausgelassen.</translation>
    </message>
    <message>
        <source>Replication %1 was given up: %2.</source>
        <translation>Wiederholung %1 wurde aufgegeben: %2.</translation>
    </message>
    <message>
        <source>Interrupted before the first sample interval had ended; there are no figures.</source>
        <translation>Vor dem Ende des ersten Messabschnitts angehalten; es gibt keine Zahlen.</translation>
    </message>
    <message>
        <source>Interrupted in the first replication: the figures are of its first %1.</source>
        <translation>In der ersten Wiederholung angehalten: Die Zahlen gelten für deren erste %1.</translation>
    </message>
    <message>
        <source>Interrupted: the figures are of the %1 of at most %2 replications that were finished.</source>
        <translation>Angehalten: Die Zahlen gelten für die fertigen Wiederholungen, %1 von höchstens %2.</translation>
    </message>
    <message>
        <source>No action of the users was answered in the measured time: there are no response times.</source>
        <translation>In der gemessenen Zeit wurde keine Aktion der Nutzer beantwortet: Es gibt keine Antwortzeiten.</translation>
    </message>
    <message>
        <source>Only %1 actions were answered, fewer than the %2 that a 99.9th percentile needs; do not rely on it.</source>
        <translation>Nur %1 Aktionen wurden beantwortet, weniger als die %2, die ein 99,9. Perzentil braucht; darauf ist kein Verlass.</translation>
    </message>
    <message>
        <source>%1 of the actions were still open when the run ended and are in no figure; the slowest ones are missing.</source>
        <translation>%1 der Aktionen waren am Ende des Laufs noch offen und gehen in keine Zahl ein; die langsamsten fehlen.</translation>
    </message>
    <message>
        <source>One replication: intervals come from batch means, and quantiles have none.</source>
        <translation>Nur eine Wiederholung: Die Intervalle stammen aus Batch-Mittelwerten, und Quantile haben keine.</translation>
    </message>
    <message>
        <source>One replication of a run that is not steady: its figures have no intervals.</source>
        <translation>Nur eine Wiederholung eines Laufs, der nicht stationär ist: Die Zahlen haben keine Intervalle.</translation>
    </message>
    <message>
        <source>After %1 replications %2 is known to ± %3 only; asked for were ± %4.</source>
        <translation>Nach %1 Wiederholungen ist %2 nur auf ± %3 bekannt; verlangt waren ± %4.</translation>
    </message>
    <message>
        <source>After %1 replications %2 has no interval; asked for were ± %3.</source>
        <translation>Nach %1 Wiederholungen hat %2 kein Intervall; verlangt waren ± %3.</translation>
    </message>
    <message>
        <source>No objective bounds the errors that users see; verdicts assume workload.error_ratio &lt; %1.</source>
        <translation>Kein Ziel beschränkt die Fehler, die Nutzer sehen; Urteile nehmen workload.error_ratio &lt; %1 an.</translation>
    </message>
    <message>
        <source>Not simulated: %1</source>
        <translation>Nicht simuliert: %1</translation>
    </message>
    <message>
        <source>servers of %1</source>
        <translation>Serverzahl von %1</translation>
    </message>
    <message>
        <source>instances of %1</source>
        <translation>Instanzen von %1</translation>
    </message>
    <message>
        <source>instances at most of %1</source>
        <translation>Höchstzahl der Instanzen von %1</translation>
    </message>
    <message>
        <source>connections of %1</source>
        <translation>Verbindungen von %1</translation>
    </message>
    <message>
        <source>The load varies and the run is not of whole days: a month is charged as if it were all like the run.</source>
        <translation>Die Last schwankt, und der Lauf umfasst keine ganzen Tage: Der Monat ist berechnet, als wäre er durchweg wie der Lauf.</translation>
    </message>
    <message>
        <source>in the busiest part of the run, from %1 to %2</source>
        <translation>im geschäftigsten Teil des Laufs, von %1 bis %2</translation>
    </message>
    <message>
        <source>estimating every combination</source>
        <translation>schätzt jede Kombination</translation>
    </message>
    <message>
        <source>lowering one after the other</source>
        <translation>verkleinert eins nach dem anderen</translation>
    </message>
    <message>
        <source>simulating %1</source>
        <translation>simuliert %1</translation>
    </message>
    <message>
        <source>Work grows without end: the line in front of `%1` grew by %2 and did not level off. There is no steady state; the longer the run, the worse its figures.</source>
        <translation>Die Arbeit wächst ohne Ende: Die Warteschlange vor `%1` wuchs um %2 und kam nicht zum Stehen. Es gibt keinen stationären Zustand; je länger der Lauf, desto schlechter seine Zahlen.</translation>
    </message>
    <message>
        <source>Work grows without end: the number of visits at `%1` grew by %2 and did not level off. There is no steady state; the longer the run, the worse its figures.</source>
        <translation>Die Arbeit wächst ohne Ende: Die Zahl der Besuche bei `%1` wuchs um %2 und kam nicht zum Stehen. Es gibt keinen stationären Zustand; je länger der Lauf, desto schlechter seine Zahlen.</translation>
    </message>
    <message>
        <source>response times rose from about %1 to about %2</source>
        <translation>die Antwortzeiten stiegen von etwa %1 auf etwa %2</translation>
    </message>
    <message>
        <source>response times fell from about %1 to about %2</source>
        <translation>die Antwortzeiten fielen von etwa %1 auf etwa %2</translation>
    </message>
    <message>
        <source>its hit ratio rose from about %1 to about %2</source>
        <translation>die Trefferquote stieg von etwa %1 auf etwa %2</translation>
    </message>
    <message>
        <source>its hit ratio fell from about %1 to about %2</source>
        <translation>die Trefferquote fiel von etwa %1 auf etwa %2</translation>
    </message>
    <message>
        <source>No steady state was found: %1 through the second half of the run. No warm-up was cut, the figures are of the whole run. Either it is too short (`run.duration`), or the load is more than the system can carry.</source>
        <translation>Kein stationärer Zustand gefunden: %1 über die zweite Hälfte des Laufs. Kein Einlaufen wurde abgeschnitten, die Zahlen gelten für den ganzen Lauf. Entweder ist er zu kurz (`run.duration`), oder die Last ist mehr, als das System trägt.</translation>
    </message>
    <message>
        <source>The figures are not those of a steady state: %1 after the warm-up. Either it is too short (`run.warm_up`), or the load is more than the system can carry.</source>
        <translation>Die Zahlen sind nicht die eines stationären Zustands: %1 nach dem Einlaufen. Entweder ist es zu kurz (`run.warm_up`), oder die Last ist mehr, als das System trägt.</translation>
    </message>
    <message>
        <source>The cache `%1` has not settled: %2 during the measured time. Let the run last longer (`run.duration`), cut a longer warm-up (`run.warm_up`), or start the cache warm (`start: warm`).</source>
        <translation>Der Cache `%1` ist nicht zur Ruhe gekommen: %2 während der gemessenen Zeit. Den Lauf länger dauern lassen (`run.duration`), ein längeres Einlaufen abschneiden (`run.warm_up`) oder den Cache warm starten (`start: warm`).</translation>
    </message>
    <message>
        <source>A replication was given up before the end of the others&apos; warm-up. No warm-up was cut, the figures are of the whole run.</source>
        <translation>Eine Wiederholung wurde aufgegeben, bevor die anderen eingelaufen waren. Kein Einlaufen wurde abgeschnitten, die Zahlen gelten für den ganzen Lauf.</translation>
    </message>
    <message>
        <source>The run has %1 sample intervals, too few to tell where its warm-up ends (%2 are needed), so none was cut. Let it last longer (`run.duration`) or sample more often (`run.sample`).</source>
        <translation>Der Lauf hat %1 Messabschnitte, zu wenige, um zu erkennen, wo das Einlaufen endet (%2 sind nötig), deshalb wurde keines abgeschnitten. Länger laufen lassen (`run.duration`) oder häufiger messen (`run.sample`).</translation>
    </message>
    <message>
        <source>The run ended within its warm-up; the figures are of the whole run.</source>
        <translation>Der Lauf endete während des Einlaufens; die Zahlen gelten für den ganzen Lauf.</translation>
    </message>
    <message>
        <source>An autoscaler was still changing the number of instances in the second half of the run: there is no steady state, no warm-up was cut, and the figures are of the whole run.</source>
        <translation>Ein Autoskalierer änderte noch in der zweiten Hälfte des Laufs die Zahl der Instanzen: Es gibt keinen stationären Zustand, kein Einlaufen wurde abgeschnitten, und die Zahlen gelten für den ganzen Lauf.</translation>
    </message>
    <message>
        <source>The load varies with time, so the warm-up is not cut; figures are of the whole run.</source>
        <translation>Die Last schwankt mit der Zeit, deshalb wird kein Einlaufen abgeschnitten; die Zahlen gelten für den ganzen Lauf.</translation>
    </message>
    <message>
        <source>PATH=VALUE,VALUE… or PATH=FROM..TO:COUNT, such as `users=30k..500k:10`</source>
        <translation>PFAD=WERT,WERT… oder PFAD=VON..BIS:ANZAHL, etwa `users=30k..500k:10`</translation>
    </message>
    <message>
        <source>a count from 2 to 10 000 behind `:`</source>
        <translation>eine Anzahl von 2 bis 10 000 hinter `:`</translation>
    </message>
</context>
<context>
    <name>Table</name>
    <message>
        <source>1,000 users a month</source>
        <translation>1000 Nutzer im Monat</translation>
    </message>
    <message>
        <source>Against the first</source>
        <translation>Gegen die erste</translation>
    </message>
    <message>
        <source>Component</source>
        <translation>Komponente</translation>
    </message>
    <message>
        <source>Cost a month</source>
        <translation>Kosten im Monat</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>Last</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Anteil</translation>
    </message>
    <message>
        <source>USD a month</source>
        <translation>USD im Monat</translation>
    </message>
    <message>
        <source>Variant</source>
        <translation>Variante</translation>
    </message>
    <message>
        <source>%1 for each user</source>
        <translation>%1 je Nutzer</translation>
    </message>
</context>
<context>
    <name>Text</name>
    <message>
        <source>“%1”</source>
        <translation>„%1“</translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>a text that is no YAML</source>
        <translation>Text, der kein YAML ist</translation>
    </message>
    <message>
        <source>one whose names can be told apart</source>
        <translation>Text, dessen Namen sich unterscheiden lassen</translation>
    </message>
    <message>
        <source>nothing to ask</source>
        <translation>nichts zu fragen</translation>
    </message>
    <message>
        <source>`observed` in the scenario, or a query</source>
        <translation>`observed` im Szenario oder eine Abfrage</translation>
    </message>
    <message>
        <source>traces</source>
        <translation>Traces</translation>
    </message>
    <message>
        <source>metrics; `headroom import FILE --propose OUT.yaml` makes a scenario of traces</source>
        <translation>Metriken; `headroom import FILE --propose OUT.yaml` macht aus Traces ein Szenario</translation>
    </message>
</context>
<context>
    <name>headroom::desktop</name>
    <message>
        <source>Nothing measured yet</source>
        <translation>Noch nichts gemessen</translation>
    </message>
    <message>
        <source>warm-up</source>
        <translation>Einlaufen</translation>
    </message>
    <message>
        <source>, the highest</source>
        <translation>, die höchsten</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>Nutzer</translation>
    </message>
    <message>
        <source>Users at work over simulated time</source>
        <translation>Nutzer bei der Arbeit über der simulierten Zeit</translation>
    </message>
    <message>
        <source>users</source>
        <translation>Nutzer</translation>
    </message>
    <message>
        <source>Throughput</source>
        <translation>Durchsatz</translation>
    </message>
    <message>
        <source>Actions of users answered per second</source>
        <translation>Beantwortete Aktionen der Nutzer je Sekunde</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>beantwortet</translation>
    </message>
    <message>
        <source>Response time</source>
        <translation>Antwortzeit</translation>
    </message>
    <message>
        <source>Response time of users&apos; actions, retries included</source>
        <translation>Antwortzeit der Aktionen von Nutzern, Wiederholungen eingeschlossen</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Share of users&apos; actions that end in an error</source>
        <translation>Anteil der Aktionen, die mit einem Fehler enden</translation>
    </message>
    <message>
        <source>errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Requests waiting</source>
        <translation>Wartende Anfragen</translation>
    </message>
    <message>
        <source>Length of the waiting lines</source>
        <translation>Länge der Warteschlangen</translation>
    </message>
    <message>
        <source>Cache hits</source>
        <translation>Cache-Treffer</translation>
    </message>
    <message>
        <source>Share of look-ups that caches answer</source>
        <translation>Anteil der Abfragen, die Caches beantworten</translation>
    </message>
    <message>
        <source>Instances</source>
        <translation>Instanzen</translation>
    </message>
    <message>
        <source>Instances that are ready</source>
        <translation>Bereite Instanzen</translation>
    </message>
    <message>
        <source>Cost an hour</source>
        <translation>Kosten je Stunde</translation>
    </message>
    <message>
        <source>What the parts with a price cost an hour, at list prices</source>
        <translation>Was die Teile mit Preis je Stunde kosten, zu Listenpreisen</translation>
    </message>
    <message>
        <source>cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>%1, estimate</source>
        <translation>%1, Schätzung</translation>
    </message>
    <message>
        <source>knee %1</source>
        <translation>Knie %1</translation>
    </message>
    <message>
        <source>limit %1</source>
        <translation>Grenze %1</translation>
    </message>
    <message>
        <source>limit %1, estimate</source>
        <translation>Grenze %1, Schätzung</translation>
    </message>
    <message>
        <source>collapse %1</source>
        <translation>Zusammenbruch %1</translation>
    </message>
    <message>
        <source>Nothing computed yet</source>
        <translation>Noch nichts berechnet</translation>
    </message>
    <message>
        <source>Response time against the load</source>
        <translation>Antwortzeit über der Last</translation>
    </message>
    <message>
        <source>Response time of users&apos; actions at each load</source>
        <translation>Antwortzeit der Aktionen der Nutzer bei jeder Last</translation>
    </message>
    <message>
        <source>What the parts with a price cost a month, at list prices</source>
        <translation>Was die Teile mit Preis im Monat kosten, nach Preisliste</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>Not recovered from before the end</source>
        <translation>Vor dem Ende nicht erholt</translation>
    </message>
    <message>
        <source>Recovered after %1</source>
        <translation>Erholt nach %1</translation>
    </message>
    <message>
        <source>Fault: %1, %2</source>
        <translation>Störung: %1, %2</translation>
    </message>
    <message>
        <source>Alert: %1, %2</source>
        <translation>Alarm: %1, %2</translation>
    </message>
    <message>
        <source>error budget of %1 burns fast</source>
        <translation>das Fehlerbudget von %1 brennt schnell ab</translation>
    </message>
    <message>
        <source>%1 measured</source>
        <translation>%1 gemessen</translation>
    </message>
    <message>
        <source>%1, measured and simulated</source>
        <translation>%1, gemessen und simuliert</translation>
    </message>
    <message>
        <source>Nothing measured in the time of the run</source>
        <translation>In der Zeit des Laufs nichts gemessen</translation>
    </message>
    <message>
        <source>simulated</source>
        <translation>simuliert</translation>
    </message>
    <message>
        <source>What the run&apos;s meters cost an hour, spread over time by the visits to each part, at list prices</source>
        <translation>Was die Zähler des Laufs in der Stunde kosten, nach den Besuchen jedes Teils über die Zeit verteilt, zu Listenpreisen</translation>
    </message>
    <message>
        <source>measured</source>
        <translation>gemessen</translation>
    </message>
    <message>
        <source>Cost a month</source>
        <translation>Kosten im Monat</translation>
    </message>
    <message>
        <source>%1, measured</source>
        <translation>%1, gemessen</translation>
    </message>
</context>
<context>
    <name>headroom::desktop::CanvasView</name>
    <message>
        <source>Architecture</source>
        <translation>Architektur</translation>
    </message>
</context>
<context>
    <name>headroom::desktop::Chart</name>
    <message>
        <source>Show or hide %1</source>
        <translation>%1 zeigen oder verbergen</translation>
    </message>
    <message>
        <source>Save chart</source>
        <translation>Diagramm speichern</translation>
    </message>
    <message>
        <source>Images (*.png)</source>
        <translation>Bilder (*.png)</translation>
    </message>
    <message>
        <source>Copy image</source>
        <translation>Bild kopieren</translation>
    </message>
    <message>
        <source>Copy data as CSV</source>
        <translation>Daten als CSV kopieren</translation>
    </message>
    <message>
        <source>Save image …</source>
        <translation>Bild speichern …</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>Alles zeigen</translation>
    </message>
</context>
<context>
    <name>headroom::desktop::CompareView</name>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Audit the claims</source>
        <translation>Behauptungen prüfen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Variants side by side</source>
        <translation>Varianten nebeneinander</translation>
    </message>
    <message>
        <source>All see the same random numbers, so that differences are not noise. The first is what the others are held against.</source>
        <translation>Alle sehen dieselben Zufallszahlen, damit Unterschiede kein Rauschen sind. An der ersten werden die anderen gemessen.</translation>
    </message>
    <message>
        <source>Variants to compare</source>
        <translation>Zu vergleichende Varianten</translation>
    </message>
    <message>
        <source>Runs what the documented claims need, and says which of them hold</source>
        <translation>Lässt laufen, was die Behauptungen brauchen, und sagt, welche stimmen</translation>
    </message>
    <message>
        <source>Choose two or more.</source>
        <translation>Zwei oder mehr wählen.</translation>
    </message>
    <message>
        <source>Variants</source>
        <translation>Varianten</translation>
    </message>
    <message>
        <source>What the documents claim</source>
        <translation>Was die Dokumente behaupten</translation>
    </message>
    <message>
        <source>Claims</source>
        <translation>Behauptungen</translation>
    </message>
    <message>
        <source>base</source>
        <translation>Basis</translation>
    </message>
    <message>
        <source>The scenario has errors, so nothing can be compared.</source>
        <translation>Das Szenario hat Fehler, deshalb lässt sich nichts vergleichen.</translation>
    </message>
    <message>
        <source>%1 against %2</source>
        <translation>%1 gegen %2</translation>
    </message>
    <message>
        <source>Response time, p95</source>
        <translation>Antwortzeit, p95</translation>
    </message>
    <message>
        <source>Throughput</source>
        <translation>Durchsatz</translation>
    </message>
    <message>
        <source>The scenario states no claims.</source>
        <translation>Das Szenario nennt keine Behauptungen.</translation>
    </message>
    <message>
        <source>★ The best of its column, by more than the intervals.</source>
        <translation>★ Das Beste seiner Spalte, um mehr als die Intervalle.</translation>
    </message>
</context>
<context>
    <name>headroom::desktop::ComponentItem</name>
    <message>
        <source>%1 busy</source>
        <translation>zu %1 ausgelastet</translation>
    </message>
    <message>
        <source>holds the system back</source>
        <translation>bremst das System</translation>
    </message>
    <message>
        <source> · %1 errors</source>
        <translation> · %1 Fehler</translation>
    </message>
    <message>
        <source> · p95 %1</source>
        <translation> · p95 %1</translation>
    </message>
    <message>
        <source>Roll-out: as in %1 for %2 of the traffic</source>
        <translation>Einführung: wie in %1 für %2 des Verkehrs</translation>
    </message>
    <message>
        <source>there: %1</source>
        <translation>dort: %1</translation>
    </message>
    <message>
        <source>Only in %1, which is being rolled out</source>
        <translation>Nur in %1, das gerade ausgerollt wird</translation>
    </message>
</context>
<context>
    <name>headroom::desktop::CostView</name>
    <message>
        <source>What it costs</source>
        <translation>Was es kostet</translation>
    </message>
    <message>
        <source>Cost by component</source>
        <translation>Kosten nach Komponente</translation>
    </message>
    <message>
        <source>Variants that ran</source>
        <translation>Gelaufene Varianten</translation>
    </message>
    <message>
        <source>Cost by variant</source>
        <translation>Kosten nach Variante</translation>
    </message>
    <message>
        <source>Costs are known after a run (F5).</source>
        <translation>Kosten sind nach einem Lauf bekannt (F5).</translation>
    </message>
    <message>
        <source>List prices, metered in the run and scaled to a month of 730 hours.</source>
        <translation>Listenpreise, im Lauf gemessen und auf einen Monat von 730 Stunden hochgerechnet.</translation>
    </message>
    <message>
        <source>No price, and so not counted: %1. Set it under Price in the inspector.</source>
        <translation>Ohne Preis und deshalb nicht gezählt: %1. Zu setzen unter „Preis“ im Inspektor.</translation>
    </message>
    <message>
        <source>What is metered</source>
        <translation>Was gemessen und berechnet wird</translation>
    </message>
    <message>
        <source>Cost by meter</source>
        <translation>Kosten nach Zähler</translation>
    </message>
    <message>
        <source>Estimated by queueing theory for %1; list prices, for a month of 730 hours.</source>
        <translation>Von der Warteschlangentheorie geschätzt für %1; Listenpreise, für einen Monat von 730 Stunden.</translation>
    </message>
</context>
<context>
    <name>headroom::desktop::DataView</name>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>Runs of this session</source>
        <translation>Läufe dieser Sitzung</translation>
    </message>
    <message>
        <source>Double click shows a run again. The same scenario, seed and version give the same figures, so that any of them can be repeated.</source>
        <translation>Ein Doppelklick zeigt einen Lauf erneut. Szenario, Startwert und Version bestimmen die Zahlen, sodass sich jeder Lauf wiederholen lässt.</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Export JSON …</source>
        <translation>JSON exportieren …</translation>
    </message>
    <message>
        <source>Export figures as CSV …</source>
        <translation>Zahlen als CSV exportieren …</translation>
    </message>
    <message>
        <source>Export report …</source>
        <translation>Bericht exportieren …</translation>
    </message>
    <message>
        <source>Imported metrics</source>
        <translation>Importierte Metriken</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>Measured and simulated</source>
        <translation>Gemessen und simuliert</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Archiv</translation>
    </message>
    <message>
        <source>Nothing has run yet. F5 runs the scenario.</source>
        <translation>Noch ist nichts gelaufen. F5 lässt das Szenario laufen.</translation>
    </message>
</context>
<context>
    <name>headroom::desktop::DesignCommands</name>
    <message>
        <source>Add %1</source>
        <translation>%1 hinzufügen</translation>
    </message>
    <message>
        <source>Delete %1</source>
        <translation>%1 löschen</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n components</source>
        <translation>
            <numerusform>%n Komponente löschen</numerusform>
            <numerusform>%n Komponenten löschen</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete the call from %1 to %2</source>
        <translation>Den Aufruf von %1 nach %2 löschen</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Einfügen</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Verschieben</translation>
    </message>
    <message>
        <source>Rename %1</source>
        <translation>%1 umbenennen</translation>
    </message>
    <message>
        <source>Connect %1 to %2</source>
        <translation>%1 mit %2 verbinden</translation>
    </message>
</context>
<context>
    <name>headroom::desktop::DesignView</name>
    <message>
        <source>Filter (/)</source>
        <translation>Filter (/)</translation>
    </message>
    <message>
        <source>Filter the canvas</source>
        <translation>Zeichenfläche filtern</translation>
    </message>
    <message>
        <source>← Drag a component here, or press A</source>
        <translation>← Eine Komponente hierher ziehen oder A drücken</translation>
    </message>
    <message>
        <source>In %1, call</source>
        <translation>In %1 aufrufen:</translation>
    </message>
    <message>
        <source>In %1</source>
        <translation>In %1</translation>
    </message>
</context>
<context>
    <name>headroom::desktop::FiledRunsPanel</name>
    <message>
        <source>Runs in the archive</source>
        <translation>Läufe im Archiv</translation>
    </message>
    <message>
        <source>Open as it ran</source>
        <translation>Öffnen, wie er lief</translation>
    </message>
    <message>
        <source>Its scenario, variant and load; run it to have the same figures again</source>
        <translation>Sein Szenario, seine Variante und Last; ein Lauf ergibt wieder dieselben Zahlen</translation>
    </message>
    <message>
        <source>Show over the simulation</source>
        <translation>Über der Simulation zeigen</translation>
    </message>
    <message>
        <source>Its course as if it had been measured</source>
        <translation>Sein Verlauf, als wäre er gemessen</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Hold the selected runs against the uppermost of them</source>
        <translation>Die gewählten Läufe am obersten von ihnen messen</translation>
    </message>
    <message>
        <source>Export …</source>
        <translation>Exportieren …</translation>
    </message>
    <message>
        <source>Its figures, its course or its scenario as a file</source>
        <translation>Seine Zahlen, sein Verlauf oder sein Szenario als Datei</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Take the selected runs out of the archive</source>
        <translation>Die gewählten Läufe aus dem Archiv nehmen</translation>
    </message>
    <message>
        <source>Every run is filed here, of this window and of the command line, with its scenario, seed, figures and course. Double click opens it as it ran.</source>
        <translation>Jeder Lauf wird hier abgelegt, der dieses Fensters und der der Befehlszeile, mit Szenario, Startwert, Zahlen und Verlauf. Ein Doppelklick öffnet ihn, wie er lief.</translation>
    </message>
    <message>
        <source>No archive is kept, as HEADROOM_ARCHIVE is empty.</source>
        <translation>Es wird kein Archiv geführt, da HEADROOM_ARCHIVE leer ist.</translation>
    </message>
    <message>
        <source>run %1 (%2)</source>
        <translation>Lauf %1 (%2)</translation>
    </message>
    <message>
        <source>Runs held against run %1</source>
        <translation>Läufe, an Lauf %1 gemessen</translation>
    </message>
    <message>
        <source>Intervals are those of independent runs. Compare gives narrower ones of variants, by common random numbers.</source>
        <translation>Die Intervalle sind die unabhängiger Läufe. „Vergleich“ gibt für Varianten engere, durch gemeinsame Zufallszahlen.</translation>
    </message>
    <message>
        <source>Export run %1</source>
        <translation>Lauf %1 exportieren</translation>
    </message>
    <message>
        <source>Figures and course (*.json);;Course as a table (*.csv);;Course as OpenMetrics (*.om);;Scenario as it ran (*.yaml)</source>
        <translation>Zahlen und Verlauf (*.json);;Verlauf als Tabelle (*.csv);;Verlauf als OpenMetrics (*.om);;Szenario, wie es lief (*.yaml)</translation>
    </message>
    <message>
        <source>Runs deleted: %1.</source>
        <translation>Gelöschte Läufe: %1.</translation>
    </message>
    <message>
        <source>No run is filed yet.</source>
        <translation>Noch ist kein Lauf abgelegt.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
</context>
<context>
    <name>headroom::desktop::Finder</name>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Component, command or variant</source>
        <translation>Komponente, Befehl oder Variante</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Gefunden</translation>
    </message>
</context>
<context>
    <name>headroom::desktop::ForecastPanel</name>
    <message>
        <source>Forecast</source>
        <translation>Vorhersagen</translation>
    </message>
    <message>
        <source>When objectives fall</source>
        <translation>Wann Ziele fallen</translation>
    </message>
    <message>
        <source>Growth of the load a month</source>
        <translation>Wachstum der Last im Monat</translation>
    </message>
    <message>
        <source>Months to prepare for</source>
        <translation>Monate, für die vorzusorgen ist</translation>
    </message>
    <message>
        <source>The load grows by</source>
        <translation>Die Last wächst um</translation>
    </message>
    <message>
        <source>a month; prepare for</source>
        <translation>im Monat; vorsorgen für</translation>
    </message>
    <message>
        <source> months</source>
        <translation> Monate</translation>
    </message>
    <message>
        <source>Found “%1”; expected a share a month such as 5 %.</source>
        <translation>Gefunden: „%1“; erwartet: ein Anteil im Monat wie 5 %.</translation>
    </message>
    <message>
        <source>The scenario has errors, so nothing can be computed.</source>
        <translation>Das Szenario hat Fehler, deshalb lässt sich nichts berechnen.</translation>
    </message>
</context>
<context>
    <name>headroom::desktop::GapTableModel</name>
    <message>
        <source>not in the run</source>
        <translation>nicht im Lauf</translation>
    </message>
    <message>
        <source>no common time yet</source>
        <translation>noch keine gemeinsame Zeit</translation>
    </message>
    <message>
        <source>more than %1 apart since %2</source>
        <translation>mehr als %1 auseinander seit %2</translation>
    </message>
    <message>
        <source>within %1</source>
        <translation>innerhalb von %1</translation>
    </message>
    <message>
        <source>%1: measured %2, simulated %3, %4, %5</source>
        <translation>%1: gemessen %2, simuliert %3, %4, %5</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>Reihe</translation>
    </message>
    <message>
        <source>Measured</source>
        <translation>Gemessen</translation>
    </message>
    <message>
        <source>Simulated</source>
        <translation>Simuliert</translation>
    </message>
    <message>
        <source>Gap</source>
        <translation>Abstand</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stand</translation>
    </message>
</context>
<context>
    <name>headroom::desktop::HeatMap</name>
    <message>
        <source>Utilisation of components over time</source>
        <translation>Auslastung der Komponenten über der Zeit</translation>
    </message>
    <message>
        <source>Utilisation</source>
        <translation>Auslastung</translation>
    </message>
    <message>
        <source>Nothing in it can be busy.</source>
        <translation>Nichts darin kann ausgelastet sein.</translation>
    </message>
    <message>
        <source>%1 at %2: %3 busy</source>
        <translation>%1 bei %2: zu %3 ausgelastet</translation>
    </message>
</context>
<context>
    <name>headroom::desktop::HelpPage</name>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
</context>
<context>
    <name>headroom::desktop::HelpWindow</name>
    <message>
        <source>The scenario file</source>
        <translation>Die Szenariodatei</translation>
    </message>
    <message>
        <source>Help – Headroom</source>
        <translation>Hilfe – Headroom</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Vor</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Inhalt</translation>
    </message>
</context>
<context>
    <name>headroom::desktop::HomeView</name>
    <message>
        <source>New from blank</source>
        <translation>Leer beginnen</translation>
    </message>
    <message>
        <source>Open …</source>
        <translation>Öffnen …</translation>
    </message>
    <message>
        <source>Import from Prometheus or files …</source>
        <translation>Aus Prometheus oder Dateien importieren …</translation>
    </message>
    <message>
        <source>Systems to begin with</source>
        <translation>Systeme für den Anfang</translation>
    </message>
    <message>
        <source>Recent files</source>
        <translation>Letzte Dateien</translation>
    </message>
    <message>
        <source>Files that you open or save are listed here.</source>
        <translation>Hier stehen Dateien, die Sie öffnen oder speichern.</translation>
    </message>
    <message>
        <source>%1 – is gone</source>
        <translation>%1 – nicht mehr da</translation>
    </message>
    <message>
        <source>Forget %1</source>
        <translation>%1 vergessen</translation>
    </message>
</context>
<context>
    <name>headroom::desktop::ImportDialog</name>
    <message>
        <source>Columns of the file</source>
        <translation>Spalten der Datei</translation>
    </message>
    <message>
        <source>Import %1</source>
        <translation>Import %1</translation>
    </message>
    <message>
        <source>What the file is</source>
        <translation>Was die Datei ist</translation>
    </message>
    <message>
        <source>Progress of the import</source>
        <translation>Fortschritt des Imports</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>Looking at %1 …</source>
        <translation>%1 wird angesehen …</translation>
    </message>
    <message>
        <source>%1 is CSV with times in “%2”. Its columns are guessed to be these; double click changes what is wrong.</source>
        <translation>%1 ist CSV mit Zeiten in „%2“. Ihre Spalten sind vermutlich diese; ein Doppelklick ändert, was nicht stimmt.</translation>
    </message>
    <message>
        <source>%1 is of %2. Its series will be put into the archive; lines that cannot be read are left out and counted.</source>
        <translation>%1 ist von %2. Die Reihen kommen ins Archiv; Zeilen, die nicht lesbar sind, werden ausgelassen und gezählt.</translation>
    </message>
    <message numerus="yes">
        <source>Import %1: %n series.</source>
        <translation>
            <numerusform>Import %1: %n Reihe.</numerusform>
            <numerusform>Import %1: %n Reihen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Reading broke off: the file is damaged or cut off.</source>
        <translation>Das Lesen brach ab: Die Datei ist beschädigt oder abgeschnitten.</translation>
    </message>
    <message>
        <source>Lines left out: %1</source>
        <translation>Ausgelassene Zeilen: %1</translation>
    </message>
    <message>
        <source>Line %1: found %2; expected %3.</source>
        <translation>Zeile %1: gefunden %2; erwartet %3.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>%1 was not imported. %2</source>
        <translation>%1 wurde nicht importiert. %2</translation>
    </message>
    <message>
        <source>Cancelling …</source>
        <translation>Wird abgebrochen …</translation>
    </message>
</context>
<context>
    <name>headroom::desktop::ImportsPanel</name>
    <message>
        <source>Imports</source>
        <translation>Importe</translation>
    </message>
    <message>
        <source>Import a file …</source>
        <translation>Datei importieren …</translation>
    </message>
    <message>
        <source>Show over the simulation</source>
        <translation>Über der Simulation zeigen</translation>
    </message>
    <message>
        <source>Replay …</source>
        <translation>Nachspielen …</translation>
    </message>
    <message>
        <source>Calibrate …</source>
        <translation>Kalibrieren …</translation>
    </message>
    <message>
        <source>Delete …</source>
        <translation>Löschen …</translation>
    </message>
    <message>
        <source>No archive is kept, as HEADROOM_ARCHIVE is empty; so nothing can be imported.</source>
        <translation>Es wird kein Archiv geführt, da HEADROOM_ARCHIVE leer ist; so lässt sich nichts importieren.</translation>
    </message>
    <message>
        <source>Import a file of metrics</source>
        <translation>Eine Datei mit Metriken importieren</translation>
    </message>
    <message>
        <source>import %1 (%2)</source>
        <translation>Import %1 (%2)</translation>
    </message>
    <message>
        <source>Delete an import</source>
        <translation>Einen Import löschen</translation>
    </message>
    <message>
        <source>Import %1 and all its series go. This cannot be undone.</source>
        <translation>Import %1 geht mit allen Reihen. Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>Drop a file of metrics on the window, or import one: CSV, OpenMetrics, results of k6, Locust, JMeter and Gatling, packed by gzip or not. Traces (OTLP, Jaeger) propose a first scenario.</source>
        <translation>Eine Datei mit Metriken auf das Fenster ziehen oder importieren: CSV, OpenMetrics, Ergebnisse von k6, Locust, JMeter und Gatling, mit gzip gepackt oder nicht. Traces (OTLP, Jaeger) schlagen ein erstes Szenario vor.</translation>
    </message>
    <message>
        <source>Reading the traces of %1 …</source>
        <translation>Die Traces von %1 werden gelesen …</translation>
    </message>
    <message>
        <source>Reading broke off: %1.</source>
        <translation>Das Lesen brach ab: %1.</translation>
    </message>
    <message>
        <source>Spans without an id or times were left out: %1.</source>
        <translation>Ausgelassene Spans ohne Kennung oder Zeiten: %1.</translation>
    </message>
    <message>
        <source>Spans beyond the first 2 million were left out: %1.</source>
        <translation>Ausgelassene Spans nach den ersten 2 Millionen: %1.</translation>
    </message>
    <message>
        <source>Drop a file here.</source>
        <translation>Eine Datei hier ablegen.</translation>
    </message>
</context>
<context>
    <name>headroom::desktop::ImportsTableModel</name>
    <message>
        <source>complete</source>
        <translation>vollständig</translation>
    </message>
    <message>
        <source>broken off</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>At</source>
        <translation>Am</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Lines left out</source>
        <translation>Ausgelassene Zeilen</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stand</translation>
    </message>
</context>
<context>
    <name>headroom::desktop::Inspector</name>
    <message>
        <source>Inspector</source>
        <translation>Inspektor</translation>
    </message>
    <message>
        <source>Delete %1</source>
        <translation>%1 löschen</translation>
    </message>
    <message>
        <source>Name of the component</source>
        <translation>Name der Komponente</translation>
    </message>
    <message>
        <source>“%1” is taken, or not a name of letters, digits, _ and -.</source>
        <translation>„%1“ ist vergeben oder kein Name aus Buchstaben, Ziffern, _ und -.</translation>
    </message>
    <message>
        <source>Throughput</source>
        <translation>Durchsatz</translation>
    </message>
    <message>
        <source>Response time, p95</source>
        <translation>Antwortzeit, p95</translation>
    </message>
    <message>
        <source>Utilisation</source>
        <translation>Auslastung</translation>
    </message>
    <message>
        <source>Slots held</source>
        <translation>Belegte Plätze</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartend</translation>
    </message>
    <message>
        <source>Hit ratio</source>
        <translation>Trefferquote</translation>
    </message>
    <message>
        <source>Instances</source>
        <translation>Instanzen</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Estimate</source>
        <translation>Schätzung</translation>
    </message>
    <message>
        <source>At %1</source>
        <translation>Bei %1</translation>
    </message>
    <message>
        <source>Whole run</source>
        <translation>Ganzer Lauf</translation>
    </message>
    <message>
        <source>Properties</source>
        <translation>Eigenschaften</translation>
    </message>
    <message>
        <source>Operation %1</source>
        <translation>Operation %1</translation>
    </message>
    <message>
        <source>Add step</source>
        <translation>Schritt hinzufügen</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>Arbeit</translation>
    </message>
    <message>
        <source>Delay</source>
        <translation>Verzögerung</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Aufruf</translation>
    </message>
    <message>
        <source>Add operation</source>
        <translation>Operation hinzufügen</translation>
    </message>
    <message>
        <source>Call %1</source>
        <translation>Aufruf von %1</translation>
    </message>
    <message>
        <source>%1: edit its steps in the source (Ctrl+U).</source>
        <translation>%1: Die Schritte lassen sich im Quelltext ändern (Strg+U).</translation>
    </message>
    <message>
        <source>%1 hands every request on to %2.</source>
        <translation>%1 reicht jede Anfrage an %2 weiter.</translation>
    </message>
    <message>
        <source>In %1</source>
        <translation>In %1</translation>
    </message>
    <message numerus="yes">
        <source>%n components</source>
        <translation>
            <numerusform>%n Komponente</numerusform>
            <numerusform>%n Komponenten</numerusform>
        </translation>
    </message>
    <message>
        <source>Align in a column</source>
        <translation>In einer Spalte ausrichten</translation>
    </message>
    <message>
        <source>Align in a row</source>
        <translation>In einer Zeile ausrichten</translation>
    </message>
    <message>
        <source>Traffic</source>
        <translation>Verkehr</translation>
    </message>
    <message>
        <source>Profile %1</source>
        <translation>Profil %1</translation>
    </message>
    <message>
        <source>Objective %1</source>
        <translation>Ziel %1</translation>
    </message>
    <message>
        <source>Add objective</source>
        <translation>Ziel hinzufügen</translation>
    </message>
    <message>
        <source>Keys %1</source>
        <translation>Schlüssel %1</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Kennzahlen</translation>
    </message>
</context>
<context>
    <name>headroom::desktop::LastRun</name>
    <message>
        <source>%1 arrivals per second</source>
        <translation>%1 Ankünften je Sekunde</translation>
    </message>
    <message>
        <source>%1 users</source>
        <translation>%1 Nutzern</translation>
    </message>
    <message>
        <source>The last run of this scenario, from the archive: run %1 of %2, with %3.</source>
        <translation>Der letzte Lauf dieses Szenarios, aus dem Archiv: Lauf %1 vom %2 mit %3.</translation>
    </message>
</context>
<context>
    <name>headroom::desktop::LimitsView</name>
    <message>
        <source>Simulate the curve</source>
        <translation>Kurve simulieren</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>How much it carries, and what gives way first</source>
        <translation>Wie viel es trägt, und was zuerst nachgibt</translation>
    </message>
    <message>
        <source>Loads</source>
        <translation>Lasten</translation>
    </message>
    <message>
        <source>The scenario has errors, so nothing can be computed.</source>
        <translation>Das Szenario hat Fehler, deshalb lässt sich nichts berechnen.</translation>
    </message>
    <message>
        <source>Simulate the limit</source>
        <translation>Grenze simulieren</translation>
    </message>
    <message>
        <source>What moves the limit</source>
        <translation>Was die Grenze verschiebt</translation>
    </message>
    <message>
        <source>Each number of the scenario a tenth larger, one at a time, by theory. Click one to change it.</source>
        <translation>Jede Zahl des Szenarios um ein Zehntel größer, eine nach der anderen, nach der Theorie. Ein Klick führt zu ihr.</translation>
    </message>
    <message>
        <source>%1 loads, evenly spread over the scenario&apos;s range</source>
        <translation>%1 Lasten, gleichmäßig über den Bereich des Szenarios verteilt</translation>
    </message>
    <message>
        <source>At most %1 loads that close in on the largest at which every objective holds</source>
        <translation>Höchstens %1 Lasten, die die größte einkreisen, bei der jedes Ziel gehalten wird</translation>
    </message>
    <message>
        <source>Progress of the study</source>
        <translation>Fortschritt der Studie</translation>
    </message>
    <message>
        <source>simulating the curve</source>
        <translation>simuliert die Kurve</translation>
    </message>
    <message>
        <source>looking for the limit</source>
        <translation>sucht die Grenze</translation>
    </message>
    <message>
        <source>loads simulated: %1</source>
        <translation>simulierte Lasten: %1</translation>
    </message>
    <message>
        <source>Estimating …</source>
        <translation>Schätzt …</translation>
    </message>
    <message>
        <source>The curve of theory is drawn; looking for what gives way …</source>
        <translation>Die Kurve der Theorie steht; sucht, was nachgibt …</translation>
    </message>
    <message>
        <source>Settled by simulation on the same random numbers (runs: %1); the dashed lines are the estimate of queueing theory.</source>
        <translation>Durch Simulation mit denselben Zufallszahlen geklärt (Läufe: %1); die gestrichelten Linien sind die Schätzung der Warteschlangentheorie.</translation>
    </message>
    <message>
        <source>Estimated by queueing theory; simulate the limit to be sure.</source>
        <translation>Von der Warteschlangentheorie geschätzt; wer sicher sein will, simuliert die Grenze.</translation>
    </message>
    <message>
        <source>How long it lasts</source>
        <translation>Wie lange es reicht</translation>
    </message>
    <message>
        <source>When the growing load makes objectives fall, and what to change before: from theory, or checked by simulation.</source>
        <translation>Wann die wachsende Last Ziele fallen lässt und was vorher zu ändern ist: nach der Theorie oder durch Simulation geprüft.</translation>
    </message>
    <message>
        <source>The cheapest that would do</source>
        <translation>Das Günstigste, das genügt</translation>
    </message>
</context>
<context>
    <name>headroom::desktop::LivePanel</name>
    <message>
        <source>Address of the Prometheus server</source>
        <translation>Adresse des Prometheus-Servers</translation>
    </message>
    <message>
        <source>Queries</source>
        <translation>Abfragen</translation>
    </message>
    <message>
        <source>How often it is asked</source>
        <translation>Wie oft gefragt wird</translation>
    </message>
    <message>
        <source>Gap to be told of</source>
        <translation>Abstand, ab dem gewarnt wird</translation>
    </message>
    <message>
        <source>Where the run begins</source>
        <translation>Wo der Lauf beginnt</translation>
    </message>
    <message>
        <source>What will be sent</source>
        <translation>Was gesendet wird</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>State of the connection</source>
        <translation>Stand der Verbindung</translation>
    </message>
    <message>
        <source>every %1</source>
        <translation>alle %1</translation>
    </message>
    <message>
        <source>so that the newest measurement is at its end</source>
        <translation>so, dass die neueste Messung an seinem Ende steht</translation>
    </message>
    <message>
        <source>with the first measurement</source>
        <translation>mit der ersten Messung</translation>
    </message>
    <message>
        <source>at midnight (UTC) of the newest measurement</source>
        <translation>um Mitternacht (UTC) der neuesten Messung</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Fragen</translation>
    </message>
    <message>
        <source>Tell where they part by more than</source>
        <translation>Warnen bei einem Abstand von mehr als</translation>
    </message>
    <message>
        <source>The run begins</source>
        <translation>Der Lauf beginnt</translation>
    </message>
    <message>
        <source>Disconnect</source>
        <translation>Trennen</translation>
    </message>
</context>
<context>
    <name>headroom::desktop::LiveSource</name>
    <message>
        <source>Not connected.</source>
        <translation>Nicht verbunden.</translation>
    </message>
    <message>
        <source>Connecting to %1 …</source>
        <translation>Verbinde mit %1 …</translation>
    </message>
    <message>
        <source>Connected to %1 since %2, asked every %3.</source>
        <translation>Mit %1 seit %2 verbunden, alle %3 gefragt.</translation>
    </message>
    <message>
        <source>%1 is unreachable since %2, retrying every %3; nothing is lost. (%4)</source>
        <translation>%1 ist seit %2 nicht erreichbar, neuer Versuch alle %3; nichts geht verloren. (%4)</translation>
    </message>
    <message>
        <source>Give the address of a Prometheus server. Nothing is sent before you connect.</source>
        <translation>Die Adresse eines Prometheus-Servers angeben. Vor dem Verbinden wird nichts gesendet.</translation>
    </message>
    <message>
        <source>Nothing will be sent: found %1; expected %2.</source>
        <translation>Nichts wird gesendet: gefunden %1; erwartet %2.</translation>
    </message>
    <message>
        <source>Nothing to ask yet: write a query a line, as METRIC = PROMQL, or “observed” into the scenario.</source>
        <translation>Noch nichts zu fragen: je Zeile eine Abfrage als METRIK = PROMQL, oder „observed“ im Szenario.</translation>
    </message>
    <message>
        <source>with the token of HEADROOM_PROMETHEUS_TOKEN</source>
        <translation>mit dem Token aus HEADROOM_PROMETHEUS_TOKEN</translation>
    </message>
    <message>
        <source>as the user of HEADROOM_PROMETHEUS_USER</source>
        <translation>als der Nutzer aus HEADROOM_PROMETHEUS_USER</translation>
    </message>
    <message>
        <source>without credentials</source>
        <translation>ohne Anmeldung</translation>
    </message>
    <message>
        <source>“Connect” will ask %1 every %2, %3, for %4; at first for the last %5. Nothing else is sent, and nothing is sent before. What is measured is kept in the archive.</source>
        <translation>„Verbinden“ fragt %1 alle %2, %3, nach %4; zuerst nach den letzten %5. Sonst wird nichts gesendet, und vorher auch nichts. Das Gemessene bleibt im Archiv.</translation>
    </message>
</context>
<context>
    <name>headroom::desktop::LoadSlider</name>
    <message>
        <source>Load, logarithmic</source>
        <translation>Last, logarithmisch</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>Last</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>Write this load into the scenario</source>
        <translation>Diese Last ins Szenario schreiben</translation>
    </message>
    <message>
        <source>Back to the load of the scenario</source>
        <translation>Zurück zur Last des Szenarios</translation>
    </message>
    <message>
        <source>users</source>
        <translation>Nutzer</translation>
    </message>
    <message>
        <source>arrivals</source>
        <translation>Ankünfte</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
</context>
<context>
    <name>headroom::desktop::MainWindow</name>
    <message>
        <source>Untitled</source>
        <translation>Unbenannt</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>Inspektor</translation>
    </message>
    <message>
        <source>Outline</source>
        <translation>Gliederung</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Begin: examples, recent files, a new scenario</source>
        <translation>Anfangen: Beispiele, letzte Dateien, ein neues Szenario</translation>
    </message>
    <message>
        <source>Design</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <source>Draw the architecture and set its properties</source>
        <translation>Die Architektur zeichnen und ihre Eigenschaften setzen</translation>
    </message>
    <message>
        <source>Watch</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>See a run over its time</source>
        <translation>Einen Lauf über seine Zeit sehen</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>Grenzen</translation>
    </message>
    <message>
        <source>How much it carries, and what gives way first</source>
        <translation>Wie viel es trägt, und was zuerst nachgibt</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>What it costs, and where</source>
        <translation>Was es kostet, und wo</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>Variants side by side, and the claims of documents</source>
        <translation>Varianten nebeneinander, und was Dokumente behaupten</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Runs and measurements</source>
        <translation>Läufe und Messungen</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>What to hand on</source>
        <translation>Was weiterzugeben ist</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>variant</source>
        <translation>Variante</translation>
    </message>
    <message>
        <source>Variant</source>
        <translation>Variante</translation>
    </message>
    <message>
        <source>Progress of the run</source>
        <translation>Fortschritt des Laufs</translation>
    </message>
    <message>
        <source>That could not be changed. %1</source>
        <translation>Das ließ sich nicht ändern. %1</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>base</source>
        <translation>Basis</translation>
    </message>
    <message>
        <source>The scenario has errors (see Problems)</source>
        <translation>Das Szenario hat Fehler (siehe Probleme)</translation>
    </message>
    <message>
        <source>Run the simulation (F5)</source>
        <translation>Die Simulation starten (F5)</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 · %2 left</source>
        <translation>%1 · noch %2</translation>
    </message>
    <message>
        <source>%1 · paused</source>
        <translation>%1 · pausiert</translation>
    </message>
    <message>
        <source>stopping …</source>
        <translation>hält an …</translation>
    </message>
    <message>
        <source>Problems (%1)</source>
        <translation>Probleme (%1)</translation>
    </message>
    <message>
        <source>%1 could not be opened: %2</source>
        <translation>%1 ließ sich nicht öffnen: %2</translation>
    </message>
    <message>
        <source>Open a scenario</source>
        <translation>Ein Szenario öffnen</translation>
    </message>
    <message>
        <source>%1 could not be saved: %2</source>
        <translation>%1 ließ sich nicht speichern: %2</translation>
    </message>
    <message>
        <source>Save the scenario</source>
        <translation>Das Szenario speichern</translation>
    </message>
    <message>
        <source>Unsaved changes</source>
        <translation>Ungespeicherte Änderungen</translation>
    </message>
    <message>
        <source>%1 has changes that are not saved.</source>
        <translation>%1 hat Änderungen, die nicht gespeichert sind.</translation>
    </message>
    <message>
        <source>Changes to %1 from %2 were not saved when Headroom ended.</source>
        <translation>Änderungen an %1 vom %2 waren nicht gespeichert, als Headroom endete.</translation>
    </message>
    <message>
        <source>Recover</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Später</translation>
    </message>
    <message>
        <source>%1 was changed by another program.</source>
        <translation>%1 wurde von einem anderen Programm geändert.</translation>
    </message>
    <message>
        <source>Reload</source>
        <translation>Neu laden</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>Meine behalten</translation>
    </message>
    <message>
        <source>New variant</source>
        <translation>Neue Variante</translation>
    </message>
    <message>
        <source>Name, of letters, digits, _ and -</source>
        <translation>Name aus Buchstaben, Ziffern, _ und -</translation>
    </message>
    <message>
        <source>New variant %1</source>
        <translation>Neue Variante %1</translation>
    </message>
    <message>
        <source>component</source>
        <translation>Komponente</translation>
    </message>
    <message>
        <source>About Headroom</source>
        <translation>Über Headroom</translation>
    </message>
    <message>
        <source>&lt;h3&gt;Headroom %1&lt;/h3&gt;&lt;p&gt;How many users a back end can carry, what breaks first, what it costs and what to change.&lt;/p&gt;&lt;p&gt;Free software under the GNU General Public License, version 3 or later.&lt;/p&gt;</source>
        <translation>&lt;h3&gt;Headroom %1&lt;/h3&gt;&lt;p&gt;Wie viele Nutzer ein Backend trägt, was zuerst bricht, was es kostet und was zu ändern ist.&lt;/p&gt;&lt;p&gt;Freie Software unter der GNU General Public License, Version 3 oder später.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&amp;Data</source>
        <translation>Date&amp;n</translation>
    </message>
    <message>
        <source>Runs of this session</source>
        <translation>Läufe dieser Sitzung</translation>
    </message>
    <message>
        <source>Look at earlier runs again, and hand them on</source>
        <translation>Frühere Läufe erneut ansehen und weitergeben</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;New</source>
        <translation>&amp;Neu</translation>
    </message>
    <message>
        <source>A new scenario with one service</source>
        <translation>Ein neues Szenario mit einem Dienst</translation>
    </message>
    <message>
        <source>&amp;Open …</source>
        <translation>Ö&amp;ffnen …</translation>
    </message>
    <message>
        <source>Open a scenario file</source>
        <translation>Eine Szenariodatei öffnen</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>&amp;Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>Save the scenario; comments and order stay</source>
        <translation>Das Szenario speichern; Kommentare und Reihenfolge bleiben</translation>
    </message>
    <message>
        <source>Save &amp;as …</source>
        <translation>Speichern &amp;unter …</translation>
    </message>
    <message>
        <source>Save under another name</source>
        <translation>Unter anderem Namen speichern</translation>
    </message>
    <message>
        <source>&amp;Export report …</source>
        <translation>Bericht &amp;exportieren …</translation>
    </message>
    <message>
        <source>Write the report as web page or PDF</source>
        <translation>Den Bericht als Webseite oder PDF schreiben</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>Close the window</source>
        <translation>Das Fenster schließen</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Take the last change back</source>
        <translation>Die letzte Änderung zurücknehmen</translation>
    </message>
    <message>
        <source>Make it again</source>
        <translation>Die Änderung erneut vornehmen</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>&amp;Ausschneiden</translation>
    </message>
    <message>
        <source>Move the selected components to the clipboard</source>
        <translation>Die gewählten Komponenten in die Zwischenablage verschieben</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Copy the selected components as YAML</source>
        <translation>Die gewählten Komponenten als YAML kopieren</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>E&amp;infügen</translation>
    </message>
    <message>
        <source>Add the components of the clipboard</source>
        <translation>Die Komponenten der Zwischenablage hinzufügen</translation>
    </message>
    <message>
        <source>&amp;Duplicate</source>
        <translation>Ver&amp;doppeln</translation>
    </message>
    <message>
        <source>Copies beside the originals</source>
        <translation>Kopien neben den Originalen</translation>
    </message>
    <message>
        <source>De&amp;lete</source>
        <translation>&amp;Löschen</translation>
    </message>
    <message>
        <source>Delete the selected components or call</source>
        <translation>Die gewählten Komponenten oder den gewählten Aufruf löschen</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>&amp;Alles auswählen</translation>
    </message>
    <message>
        <source>Select every component</source>
        <translation>Jede Komponente auswählen</translation>
    </message>
    <message>
        <source>Select nothing</source>
        <translation>Nichts auswählen</translation>
    </message>
    <message>
        <source>Show the scenario in the inspector</source>
        <translation>Das Szenario im Inspektor zeigen</translation>
    </message>
    <message>
        <source>&amp;Find …</source>
        <translation>&amp;Suchen …</translation>
    </message>
    <message>
        <source>Any component, command or variant by name</source>
        <translation>Jede Komponente, jeder Befehl, jede Variante beim Namen</translation>
    </message>
    <message>
        <source>F&amp;ilter the canvas</source>
        <translation>Zeichenfläche &amp;filtern</translation>
    </message>
    <message>
        <source>Fade what does not match</source>
        <translation>Abblenden, was nicht passt</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Fit</source>
        <translation>&amp;Einpassen</translation>
    </message>
    <message>
        <source>Show the whole architecture</source>
        <translation>Die ganze Architektur zeigen</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>Ver&amp;größern</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>Ver&amp;kleinern</translation>
    </message>
    <message>
        <source>Actual si&amp;ze</source>
        <translation>&amp;Originalgröße</translation>
    </message>
    <message>
        <source>One to one</source>
        <translation>Eins zu eins</translation>
    </message>
    <message>
        <source>&amp;Source</source>
        <translation>&amp;Quelltext</translation>
    </message>
    <message>
        <source>The scenario&apos;s text beside the canvas</source>
        <translation>Der Text des Szenarios neben der Zeichenfläche</translation>
    </message>
    <message>
        <source>Show or hide %1</source>
        <translation>%1 zeigen oder verbergen</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Farben</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>Wie das &amp;System</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>Colours of the window</source>
        <translation>Farben des Fensters</translation>
    </message>
    <message>
        <source>&amp;Scenario</source>
        <translation>&amp;Szenario</translation>
    </message>
    <message>
        <source>&amp;Add component</source>
        <translation>Komponente &amp;hinzufügen</translation>
    </message>
    <message>
        <source>Choose a type and press Enter</source>
        <translation>Einen Typ wählen und die Eingabetaste drücken</translation>
    </message>
    <message>
        <source>Add &amp;of type</source>
        <translation>Vom &amp;Typ hinzufügen</translation>
    </message>
    <message>
        <source>&amp;Lay out</source>
        <translation>&amp;Anordnen</translation>
    </message>
    <message>
        <source>Arrange all components in layers</source>
        <translation>Alle Komponenten in Schichten anordnen</translation>
    </message>
    <message>
        <source>Align the selected components</source>
        <translation>Die gewählten Komponenten ausrichten</translation>
    </message>
    <message>
        <source>Align in a &amp;column</source>
        <translation>In einer S&amp;palte ausrichten</translation>
    </message>
    <message>
        <source>Align in a &amp;row</source>
        <translation>In einer &amp;Zeile ausrichten</translation>
    </message>
    <message>
        <source>New &amp;variant …</source>
        <translation>Neue &amp;Variante …</translation>
    </message>
    <message>
        <source>A named set of changes on top of the one that is shown</source>
        <translation>Benannte Änderungen auf der Grundlage der gezeigten</translation>
    </message>
    <message>
        <source>&amp;Keep the load</source>
        <translation>Last &amp;übernehmen</translation>
    </message>
    <message>
        <source>Write the slider&apos;s load into the scenario</source>
        <translation>Die Last des Reglers ins Szenario schreiben</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>&amp;Lauf</translation>
    </message>
    <message>
        <source>Simulate the shown variant at the shown load</source>
        <translation>Die gezeigte Variante bei der gezeigten Last simulieren</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pause</translation>
    </message>
    <message>
        <source>Let the simulation rest, and go on</source>
        <translation>Die Simulation ruhen lassen und fortsetzen</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Anhalten</translation>
    </message>
    <message>
        <source>End the simulation; what was finished is kept</source>
        <translation>Die Simulation beenden; was fertig ist, bleibt</translation>
    </message>
    <message>
        <source>Simulate the capacity &amp;curve</source>
        <translation>Kapazitäts&amp;kurve simulieren</translation>
    </message>
    <message>
        <source>Runs over the whole range of loads</source>
        <translation>Läufe über den ganzen Lastbereich</translation>
    </message>
    <message>
        <source>Compare the chosen &amp;variants</source>
        <translation>Gewählte &amp;Varianten vergleichen</translation>
    </message>
    <message>
        <source>Side by side on the same random numbers</source>
        <translation>Nebeneinander mit denselben Zufallszahlen</translation>
    </message>
    <message>
        <source>&amp;Audit the claims</source>
        <translation>Behauptungen &amp;prüfen</translation>
    </message>
    <message>
        <source>Hold what documents claim against the model</source>
        <translation>Behauptungen aus Dokumenten am Modell messen</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>The &amp;scenario file</source>
        <translation>Die &amp;Szenariodatei</translation>
    </message>
    <message>
        <source>Every key of the format, with defaults and examples</source>
        <translation>Jeder Schlüssel des Formats mit Standardwert und Beispiel</translation>
    </message>
    <message>
        <source>&amp;About Headroom</source>
        <translation>&amp;Über Headroom</translation>
    </message>
    <message>
        <source>Version and licence</source>
        <translation>Version und Lizenz</translation>
    </message>
    <message>
        <source>Simulate the &amp;limit</source>
        <translation>&amp;Grenze simulieren</translation>
    </message>
    <message>
        <source>Runs that close in on the largest load that keeps every objective</source>
        <translation>Läufe, die die größte Last einkreisen, bei der jedes Ziel gehalten wird</translation>
    </message>
    <message>
        <source>The saved file, and what was not saved</source>
        <translation>Die gespeicherte Datei, und was nicht gespeichert war</translation>
    </message>
    <message>
        <source>What is shown here, and what is in the file now</source>
        <translation>Was hier gezeigt wird, und was jetzt in der Datei steht</translation>
    </message>
    <message>
        <source>The run of %1 is finished</source>
        <translation>Der Lauf von %1 ist fertig</translation>
    </message>
    <message>
        <source>No chart is shown.</source>
        <translation>Es ist kein Diagramm zu sehen.</translation>
    </message>
    <message>
        <source>Copy chart as &amp;image</source>
        <translation>Diagramm als &amp;Bild kopieren</translation>
    </message>
    <message>
        <source>The chart with the focus, else the first that is shown</source>
        <translation>Das Diagramm mit dem Fokus, sonst das erste gezeigte</translation>
    </message>
    <message>
        <source>Copy chart as &amp;CSV</source>
        <translation>Diagramm als &amp;CSV kopieren</translation>
    </message>
    <message>
        <source>Every value of the chart with the focus, in full precision</source>
        <translation>Jeder Wert des Diagramms mit dem Fokus, in voller Genauigkeit</translation>
    </message>
    <message>
        <source>&amp;Save chart …</source>
        <translation>Diagramm &amp;speichern …</translation>
    </message>
    <message>
        <source>Write the chart with the focus as a picture</source>
        <translation>Das Diagramm mit dem Fokus als Bild schreiben</translation>
    </message>
    <message>
        <source>Nearer to the canvas, or to the chart with the focus</source>
        <translation>Näher an die Zeichenfläche oder das Diagramm mit dem Fokus</translation>
    </message>
    <message>
        <source>Further from the canvas, or from the chart with the focus</source>
        <translation>Weiter weg von der Zeichenfläche oder dem Diagramm mit dem Fokus</translation>
    </message>
    <message>
        <source>O&amp;verview</source>
        <translation>Ü&amp;bersicht</translation>
    </message>
    <message>
        <source>A small picture of the whole where the canvas shows a part</source>
        <translation>Ein kleines Bild des Ganzen, wo die Zeichenfläche einen Teil zeigt</translation>
    </message>
    <message>
        <source>&amp;Back to the scenario&apos;s load</source>
        <translation>&amp;Zurück zur Last des Szenarios</translation>
    </message>
    <message>
        <source>Take the slider back</source>
        <translation>Den Regler zurücknehmen</translation>
    </message>
    <message>
        <source>&amp;Forecast</source>
        <translation>&amp;Vorhersage</translation>
    </message>
    <message>
        <source>When the growing load makes objectives fall</source>
        <translation>Wann die wachsende Last Ziele fallen lässt</translation>
    </message>
    <message>
        <source>Find the cheapest si&amp;ze</source>
        <translation>&amp;Günstigste Größe suchen</translation>
    </message>
    <message>
        <source>Of what the scenario marks with tune</source>
        <translation>Von dem, was das Szenario mit tune markiert</translation>
    </message>
    <message>
        <source>The page of the selected component&apos;s type, else that of the view</source>
        <translation>Die Seite zum Typ der gewählten Komponente, sonst die der Ansicht</translation>
    </message>
    <message>
        <source>The run is not in the archive: %1</source>
        <translation>Der Lauf ist nicht im Archiv: %1</translation>
    </message>
    <message>
        <source>%1, run %2</source>
        <translation>%1, Lauf %2</translation>
    </message>
    <message>
        <source>This scenario is what the traces of %1 propose. What they cannot tell stands under its assumptions. %2</source>
        <translation>Dieses Szenario schlagen die Traces von %1 vor. Was sie nicht sagen können, steht unter seinen Annahmen. %2</translation>
    </message>
    <message>
        <source>Side panels</source>
        <translation>Seitenleisten</translation>
    </message>
    <message>
        <source>&amp;Import measurements …</source>
        <translation>Messungen &amp;importieren …</translation>
    </message>
    <message>
        <source>Metrics or traces of production or of a load test, from a file</source>
        <translation>Messwerte oder Aufzeichnungen aus dem Betrieb oder einem Lasttest, aus einer Datei</translation>
    </message>
    <message>
        <source>Ans&amp;wer the message</source>
        <translation>Auf die Meldung ant&amp;worten</translation>
    </message>
    <message>
        <source>The focus goes to the message over the view</source>
        <translation>Der Fokus geht auf die Meldung über der Ansicht</translation>
    </message>
    <message>
        <source>Another file or example</source>
        <translation>Eine andere Datei oder ein anderes Beispiel</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>Szenario</translation>
    </message>
    <message>
        <source>Unsaved changes cannot be kept aside: %1. If the program ends, they are lost. Save the scenario where there is room.</source>
        <translation>Ungespeicherte Änderungen lassen sich nicht beiseitelegen: %1. Endet das Programm, sind sie verloren. Speichern Sie das Szenario, wo Platz ist.</translation>
    </message>
    <message>
        <source>Save as …</source>
        <translation>Speichern unter …</translation>
    </message>
    <message>
        <source>What is measured is not in the archive yet: %1. It is kept in memory and written when there is room.</source>
        <translation>Was gemessen wird, ist noch nicht im Archiv: %1. Es bleibt im Speicher und wird geschrieben, sobald Platz ist.</translation>
    </message>
</context>
<context>
    <name>headroom::desktop::MappingTableModel</name>
    <message>
        <source>Column</source>
        <translation>Spalte</translation>
    </message>
    <message>
        <source>Becomes</source>
        <translation>Wird zu</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Einheit</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Mal</translation>
    </message>
</context>
<context>
    <name>headroom::desktop::MeasuredPanel</name>
    <message>
        <source>Measured and simulated</source>
        <translation>Gemessen und simuliert</translation>
    </message>
    <message>
        <source>Measured beside simulated</source>
        <translation>Gemessenes neben Simuliertem</translation>
    </message>
    <message>
        <source>Where measured and simulated part</source>
        <translation>Wo Gemessenes und Simuliertes auseinandergehen</translation>
    </message>
    <message>
        <source>Measured: %1. Diamonds are measured, lines are simulated.</source>
        <translation>Gemessen: %1. Rauten sind gemessen, Linien simuliert.</translation>
    </message>
    <message>
        <source>Measured and simulated part:</source>
        <translation>Gemessenes und Simuliertes gehen auseinander:</translation>
    </message>
    <message>
        <source>Measured: %1. Run the simulation (F5) to see it beside.</source>
        <translation>Gemessen: %1. Ein Lauf der Simulation (F5) zeigt sie daneben.</translation>
    </message>
</context>
<context>
    <name>headroom::desktop::Minimap</name>
    <message>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
</context>
<context>
    <name>headroom::desktop::ModeBar</name>
    <message>
        <source>Modes</source>
        <translation>Ansichten</translation>
    </message>
</context>
<context>
    <name>headroom::desktop::OutlineTreeModel</name>
    <message>
        <source>calls %1</source>
        <translation>ruft %1 auf</translation>
    </message>
    <message>
        <source>%1, %2 %3</source>
        <translation>%1, %2 %3</translation>
    </message>
    <message>
        <source>Component</source>
        <translation>Komponente</translation>
    </message>
    <message>
        <source>Busy, or calls</source>
        <translation>Auslastung oder Aufrufe</translation>
    </message>
    <message>
        <source>, rolled out as in %1</source>
        <translation>, eingeführt wie in %1</translation>
    </message>
</context>
<context>
    <name>headroom::desktop::PaletteList</name>
    <message>
        <source>Component types</source>
        <translation>Komponententypen</translation>
    </message>
</context>
<context>
    <name>headroom::desktop::ProblemsTableModel</name>
    <message>
        <source>Error: </source>
        <translation>Fehler: </translation>
    </message>
    <message>
        <source>Warning: </source>
        <translation>Warnung: </translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Stelle</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Zeile</translation>
    </message>
</context>
<context>
    <name>headroom::desktop::PropertyField</name>
    <message>
        <source>This variant&apos;s own value. Reset to that of what it builds on</source>
        <translation>Eigener Wert dieser Variante. Zurücksetzen auf den ihrer Grundlage</translation>
    </message>
    <message>
        <source>Reset %1 to base</source>
        <translation>%1 auf die Basis zurücksetzen</translation>
    </message>
    <message>
        <source>required</source>
        <translation>erforderlich</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>choose …</source>
        <translation>wählen …</translation>
    </message>
    <message>
        <source>%1 (default)</source>
        <translation>%1 (Standard)</translation>
    </message>
    <message>
        <source>Change %1</source>
        <translation>%1 ändern</translation>
    </message>
</context>
<context>
    <name>headroom::desktop::ReportPreview</name>
    <message>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
</context>
<context>
    <name>headroom::desktop::ReportTableModel</name>
    <message>
        <source>Copy value</source>
        <translation>Wert kopieren</translation>
    </message>
    <message>
        <source>Copy table</source>
        <translation>Tabelle kopieren</translation>
    </message>
    <message>
        <source>Copy table as CSV</source>
        <translation>Tabelle als CSV kopieren</translation>
    </message>
</context>
<context>
    <name>headroom::desktop::ReportView</name>
    <message>
        <source>All runs of this session</source>
        <translation>Alle Läufe dieser Sitzung</translation>
    </message>
    <message>
        <source>Export …</source>
        <translation>Exportieren …</translation>
    </message>
    <message>
        <source>The report appears after a run (F5).</source>
        <translation>Der Bericht erscheint nach einem Lauf (F5).</translation>
    </message>
    <message>
        <source>There is no run to report on.</source>
        <translation>Es gibt keinen Lauf, über den zu berichten wäre.</translation>
    </message>
    <message>
        <source>Export the report</source>
        <translation>Den Bericht exportieren</translation>
    </message>
    <message>
        <source>Web page (*.html);;PDF (*.pdf);;Markdown (*.md)</source>
        <translation>Webseite (*.html);;PDF (*.pdf);;Markdown (*.md)</translation>
    </message>
    <message>
        <source>Parts of the report</source>
        <translation>Teile des Berichts</translation>
    </message>
    <message>
        <source>What is not ticked is left out of the report</source>
        <translation>Was nicht angekreuzt ist, bleibt aus dem Bericht</translation>
    </message>
</context>
<context>
    <name>headroom::desktop::RunsTableModel</name>
    <message>
        <source>%1 of %2 objectives held</source>
        <translation>%1 von %2 Zielen gehalten</translation>
    </message>
    <message>
        <source>Variant</source>
        <translation>Variante</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>Last</translation>
    </message>
    <message>
        <source>p95</source>
        <translation>p95</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Cost a month</source>
        <translation>Kosten im Monat</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Dauerte</translation>
    </message>
</context>
<context>
    <name>headroom::desktop::ScenarioCard</name>
    <message>
        <source>Open the example %1</source>
        <translation>Das Beispiel %1 öffnen</translation>
    </message>
    <message>
        <source>p95 over %1</source>
        <translation>p95 über %1</translation>
    </message>
</context>
<context>
    <name>headroom::desktop::ScenarioDocument</name>
    <message>
        <source>It is larger than 16 MiB.</source>
        <translation>Sie ist größer als 16 MiB.</translation>
    </message>
    <message>
        <source>Reload from disk</source>
        <translation>Von der Platte neu laden</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>Unbenannt</translation>
    </message>
</context>
<context>
    <name>headroom::desktop::SizePanel</name>
    <message>
        <source>Find the cheapest size</source>
        <translation>Günstigste Größe suchen</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>Cost against response time</source>
        <translation>Kosten gegen Antwortzeit</translation>
    </message>
    <message>
        <source>Write this setting into the scenario</source>
        <translation>Diese Einstellung ins Szenario schreiben</translation>
    </message>
    <message>
        <source>The scenario has errors, so nothing can be computed.</source>
        <translation>Das Szenario hat Fehler, deshalb lässt sich nichts berechnen.</translation>
    </message>
    <message>
        <source>Nothing may be chosen yet. Mark what may be in the source (Ctrl+U), such as %1.</source>
        <translation>Noch steht nichts zur Wahl. Was gewählt werden darf, wird im Quelltext (Strg+U) markiert, etwa mit %1.</translation>
    </message>
    <message>
        <source>Use the cheapest size</source>
        <translation>Günstigste Größe übernehmen</translation>
    </message>
</context>
<context>
    <name>headroom::desktop::SourceEditor</name>
    <message>
        <source>Source of the scenario</source>
        <translation>Quelltext des Szenarios</translation>
    </message>
    <message>
        <source>Edit source</source>
        <translation>Quelltext ändern</translation>
    </message>
</context>
<context>
    <name>headroom::desktop::StudyDialog</name>
    <message>
        <source>Name of the variant</source>
        <translation>Name der Variante</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Replay import %1</source>
        <translation>Import %1 nachspielen</translation>
    </message>
    <message>
        <source>Calibrate by import %1</source>
        <translation>Mit Import %1 kalibrieren</translation>
    </message>
    <message>
        <source>What will be done</source>
        <translation>Was geschehen wird</translation>
    </message>
    <message>
        <source>Replications</source>
        <translation>Wiederholungen</translation>
    </message>
    <message>
        <source>Held out, at the end of the data</source>
        <translation>Zurückgehalten, am Ende der Daten</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Replay</source>
        <translation>Nachspielen</translation>
    </message>
    <message>
        <source>Calibrate</source>
        <translation>Kalibrieren</translation>
    </message>
    <message>
        <source>the base</source>
        <translation>die Basis</translation>
    </message>
    <message>
        <source>the variant “%1”</source>
        <translation>die Variante „%1“</translation>
    </message>
    <message numerus="yes">
        <source>The traffic of import %1 will drive %2 instead of its workload, in %n replications, from the first measured point to the last. Then each measured series is held against the simulated one. The scenario does not change.</source>
        <translation>
            <numerusform>Der Verkehr von Import %1 treibt %2 an Stelle der eigenen Last, in %n Wiederholung, vom ersten gemessenen Punkt bis zum letzten. Dann wird jede gemessene Reihe mit der simulierten verglichen. Das Szenario ändert sich nicht.</numerusform>
            <numerusform>Der Verkehr von Import %1 treibt %2 an Stelle der eigenen Last, in %n Wiederholungen, vom ersten gemessenen Punkt bis zum letzten. Dann wird jede gemessene Reihe mit der simulierten verglichen. Das Szenario ändert sich nicht.</numerusform>
        </translation>
    </message>
    <message>
        <source>There is a variant “%1” already; another name is needed.</source>
        <translation>Eine Variante „%1“ gibt es schon; ein anderer Name ist nötig.</translation>
    </message>
    <message>
        <source>Work, variability, popularity and latencies of %1 will be fitted to import %2; the last %3 % of the data are held out, and the calibrated model is replayed on them. You see what was found before anything is written: as the variant “%4”, in one step that can be undone.</source>
        <translation>Arbeit, Streuung, Beliebtheit und Latenzen (%1) werden an Import %2 angepasst; die letzten %3 % der Daten bleiben zurück, und das kalibrierte Modell wird auf ihnen nachgespielt. Das Ergebnis ist zu sehen, bevor etwas geschrieben wird: als Variante „%4“, in einem Schritt, der sich rückgängig machen lässt.</translation>
    </message>
    <message>
        <source>The scenario has errors.</source>
        <translation>Das Szenario hat Fehler.</translation>
    </message>
    <message>
        <source>import %1, replayed</source>
        <translation>Import %1, nachgespielt</translation>
    </message>
    <message>
        <source>MAPE: mean relative error. Bias: model less measured. Inside: share of the measured values that lie where one more run of the model would lie.</source>
        <translation>MAPE: mittlerer relativer Fehler. Bias: Modell minus Messung. Innerhalb: Anteil der Messwerte, die dort liegen, wo ein weiterer Lauf des Modells läge.</translation>
    </message>
    <message>
        <source>Not in the model: %1</source>
        <translation>Nicht im Modell: %1</translation>
    </message>
    <message>
        <source>Show in Watch</source>
        <translation>Unter „Verlauf“ zeigen</translation>
    </message>
    <message>
        <source>The data change nothing.</source>
        <translation>Die Daten ändern nichts.</translation>
    </message>
    <message>
        <source>Held out: %1 with a mean relative error of %2</source>
        <translation>Zurückgehalten: %1 mit einem mittleren relativen Fehler von %2</translation>
    </message>
    <message>
        <source>Write the variant</source>
        <translation>Variante schreiben</translation>
    </message>
    <message>
        <source>Calibrated variant %1</source>
        <translation>Kalibrierte Variante %1</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Cancelling …</source>
        <translation>Wird abgebrochen …</translation>
    </message>
</context>
<context>
    <name>headroom::desktop::StudyPanel</name>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>check by simulation</source>
        <translation>durch Simulation prüfen</translation>
    </message>
    <message>
        <source>Takes longer: what theory finds is run before it is recommended</source>
        <translation>Dauert länger: Was die Theorie findet, wird simuliert, bevor es empfohlen wird</translation>
    </message>
    <message>
        <source>Progress of the study</source>
        <translation>Fortschritt der Studie</translation>
    </message>
</context>
<context>
    <name>headroom::desktop::TextComparison</name>
    <message>
        <source>Differences</source>
        <translation>Unterschiede</translation>
    </message>
</context>
<context>
    <name>headroom::desktop::TimeAxis</name>
    <message>
        <source>Time of the run</source>
        <translation>Zeit des Laufs</translation>
    </message>
    <message>
        <source>Drag to replay the run on the canvas, double click to leave</source>
        <translation>Ziehen spielt den Lauf auf der Zeichenfläche nach, ein Doppelklick beendet das</translation>
    </message>
    <message>
        <source>Shows %1</source>
        <translation>Zeigt %1</translation>
    </message>
    <message>
        <source>Shows the whole run</source>
        <translation>Zeigt den ganzen Lauf</translation>
    </message>
    <message>
        <source>The time of a run appears here</source>
        <translation>Hier erscheint die Zeit eines Laufs</translation>
    </message>
</context>
<context>
    <name>headroom::desktop::Tornado</name>
    <message>
        <source>What moves the limit</source>
        <translation>Was die Grenze verschiebt</translation>
    </message>
</context>
<context>
    <name>headroom::desktop::VerdictLine</name>
    <message>
        <source>(%1 of the budget left)</source>
        <translation>(noch %1 des Budgets)</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>What breaks first</source>
        <translation>Was zuerst bricht</translation>
    </message>
    <message>
        <source>Where the verdict is from</source>
        <translation>Woher das Urteil stammt</translation>
    </message>
    <message>
        <source>The scenario has errors, so nothing can be computed. &lt;a href=&apos;problems&apos;&gt;Show them&lt;/a&gt;</source>
        <translation>Das Szenario hat Fehler, deshalb lässt sich nichts berechnen. &lt;a href=&apos;problems&apos;&gt;Zeigen&lt;/a&gt;</translation>
    </message>
    <message>
        <source>Not computed yet: run the simulation to see whether the objectives hold (F5).</source>
        <translation>Noch nicht berechnet: Ein Lauf zeigt, ob die Ziele gehalten werden (F5).</translation>
    </message>
    <message>
        <source>Simulating …</source>
        <translation>Simulation läuft …</translation>
    </message>
    <message>
        <source>The scenario states no objective.</source>
        <translation>Das Szenario nennt kein Ziel.</translation>
    </message>
    <message>
        <source>breaks first: &lt;a href=&apos;%1&apos;&gt;%1&lt;/a&gt;</source>
        <translation>bricht zuerst: &lt;a href=&apos;%1&apos;&gt;%1&lt;/a&gt;</translation>
    </message>
    <message>
        <source>most time in: &lt;a href=&apos;%1&apos;&gt;%1&lt;/a&gt;</source>
        <translation>meiste Zeit in: &lt;a href=&apos;%1&apos;&gt;%1&lt;/a&gt;</translation>
    </message>
    <message>
        <source>estimate · %1</source>
        <translation>Schätzung · %1</translation>
    </message>
    <message>
        <source>simulated, %1 · %2</source>
        <translation>simuliert, %1 · %2</translation>
    </message>
    <message>
        <source>%1 a month</source>
        <translation>%1 im Monat</translation>
    </message>
    <message>
        <source>What it costs</source>
        <translation>Was es kostet</translation>
    </message>
</context>
<context>
    <name>headroom::desktop::VerdictPanel</name>
    <message>
        <source>Try: %1</source>
        <translation>Versuchen: %1</translation>
    </message>
    <message>
        <source>Set %1 to %2</source>
        <translation>%1 auf %2 setzen</translation>
    </message>
</context>
<context>
    <name>headroom::desktop::WatchView</name>
    <message>
        <source>&lt;p style=&apos;font-size:large&apos;&gt;Nothing has run yet&lt;/p&gt;&lt;p&gt;&lt;a href=&apos;run&apos;&gt;Run the simulation&lt;/a&gt; (F5) to see it here.&lt;/p&gt;</source>
        <translation>&lt;p style=&apos;font-size:large&apos;&gt;Noch ist nichts gelaufen&lt;/p&gt;&lt;p&gt;&lt;a href=&apos;run&apos;&gt;Simulation starten&lt;/a&gt; (F5), um sie hier zu sehen.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p style=&apos;font-size:large&apos;&gt;Simulating …&lt;/p&gt;&lt;p&gt;The first figures come with the first sample.&lt;/p&gt;</source>
        <translation>&lt;p style=&apos;font-size:large&apos;&gt;Simulation läuft …&lt;/p&gt;&lt;p&gt;Die ersten Zahlen kommen mit dem ersten Messabschnitt.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>Charts of the run</source>
        <translation>Diagramme des Laufs</translation>
    </message>
    <message>
        <source>%1 &lt;a href=&apos;run&apos;&gt;Run it again&lt;/a&gt; (F5) for its verdict.</source>
        <translation>%1 &lt;a href=&apos;run&apos;&gt;Simulieren Sie noch einmal&lt;/a&gt; (F5), so kommt das Urteil dazu.</translation>
    </message>
</context>
<context>
    <name>headroom::desktop::Workspace</name>
    <message>
        <source>Keep the load</source>
        <translation>Last übernehmen</translation>
    </message>
    <message>
        <source>Found %1; expected %2.</source>
        <translation>Gefunden: %1; erwartet: %2.</translation>
    </message>
    <message>
        <source> Did you mean “%1”?</source>
        <translation> Meinten Sie „%1“?</translation>
    </message>
</context>
</TS>
