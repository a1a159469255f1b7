<?php
// Times MediaWiki's wikidiff2: reads pairs of texts (JSON) from the file named, writes to standard
// output the CPU microseconds of each (JSON), the least of a few turns, each long enough to measure.

function cpu_microseconds(): float
{
    $usage = getrusage();
    return ($usage['ru_utime.tv_sec'] + $usage['ru_stime.tv_sec']) * 1e6
        + $usage['ru_utime.tv_usec'] + $usage['ru_stime.tv_usec'];
}

function turn(string $old, string $new, int $times): float
{
    $start = cpu_microseconds();
    for ($i = 0; $i < $times; $i++) {
        wikidiff2_do_diff($old, $new, 2);
    }
    return (cpu_microseconds() - $start) / $times;
}

[, $file, $turns, $least] = $argv;
$taken = [];
foreach (json_decode(file_get_contents($file), true, 512, JSON_THROW_ON_ERROR) as [$old, $new]) {
    $once = turn($old, $new, 1);
    $times = (int) max(1, ceil($least / max($once, 1)));
    $best = INF;
    for ($i = 0; $i < (int) $turns; $i++) {
        $best = min($best, turn($old, $new, $times));
    }
    $taken[] = $best;
}
echo json_encode($taken);
