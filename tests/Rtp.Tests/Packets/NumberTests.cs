using ConfEngine.Core.Time;
using ConfEngine.Rtp.Packets;
using FsCheck;
using FsCheck.Fluent;

namespace ConfEngine.Rtp.Tests.Packets;

public sealed class NumberTests
{
    [Theory]
    [InlineData(1, 0, 1)]
    [InlineData(0, 65535, 1)]
    [InlineData(65535, 0, -1)]
    [InlineData(32767, 0, 32767)]
    [InlineData(32768, 0, -32768)]
    [InlineData(10, 10, 0)]
    public void Sequence_numbers_are_compared_by_the_shorter_way_round(ushort number, ushort other, int distance)
    {
        Assert.Equal(distance, new SequenceNumber(number).DistanceFrom(new SequenceNumber(other)));
        Assert.Equal(distance > 0, new SequenceNumber(number).IsNewerThan(new SequenceNumber(other)));
    }

    [Fact]
    public void Late_packets_across_the_wrap_get_their_old_place()
    {
        var unwrapper = new SequenceUnwrapper();
        long[] expected = [131070, 131071, 131073, 131072, 131074];
        ushort[] numbers = [65534, 65535, 1, 0, 2];
        Assert.Equal(expected, numbers.Select(n => unwrapper.Unwrap(new SequenceNumber(n))));
    }

    [Fact]
    public void What_comes_before_the_first_packet_is_still_positive()
    {
        var unwrapper = new SequenceUnwrapper();
        Assert.Equal(65536, unwrapper.Unwrap(new SequenceNumber(0)));
        Assert.Equal(65535, unwrapper.Unwrap(new SequenceNumber(65535)));
    }

    [Fact]
    public void Unwrapping_undoes_wrapping_while_steps_stay_below_half_a_turn() => Check.QuickThrowOnFailure(
        Prop.ForAll(ArbMap.Default.ArbFor<ushort>(), ArbMap.Default.ArbFor<short[]>(), (start, steps) =>
        {
            var unwrapper = new SequenceUnwrapper();
            var newest = unwrapper.Unwrap(new SequenceNumber(start));
            foreach (var step in steps)
            {
                if (step == short.MinValue) continue;
                var expected = newest + step;
                if (unwrapper.Unwrap(new SequenceNumber((ushort)expected)) != expected) return false;
                newest = Math.Max(newest, expected);
            }

            return true;
        }));

    [Fact]
    public void Time_stamps_become_media_time_across_the_wrap()
    {
        var unwrapper = new TimestampUnwrapper(90_000);
        Assert.Equal(MediaTime.Zero, unwrapper.ToMediaTime(new RtpTimestamp(uint.MaxValue - 44_999)));
        Assert.Equal(MediaTime.FromSeconds(1), unwrapper.ToMediaTime(new RtpTimestamp(45_000)));
        Assert.Equal(MediaTime.FromSeconds(0.5), unwrapper.ToMediaTime(new RtpTimestamp(0)));
        Assert.Equal(MediaTime.FromSeconds(-0.5), unwrapper.ToMediaTime(new RtpTimestamp(uint.MaxValue - 89_999)));
    }

    [Fact]
    public void Time_stamps_add_up_over_days()
    {
        var unwrapper = new TimestampUnwrapper(90_000);
        for (var minute = 0L; minute < 3 * 24 * 60; minute++)
            Assert.Equal(MediaTime.FromSeconds(60 * minute), unwrapper.ToMediaTime(new RtpTimestamp((uint)(7 + minute * 60 * 90_000))));
    }
}
