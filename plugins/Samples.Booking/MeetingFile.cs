using System.Text.Json;
using ConfEngine.Contract.Booking;

namespace ConfEngine.Samples.Booking;

/// <summary>The meetings, in memory and in a file that is replaced as a whole, so that it is never half written.</summary>
internal sealed class MeetingFile
{
    private readonly string _path;
    private readonly SortedDictionary<string, MeetingSpec> _meetings;

    public MeetingFile(string path)
    {
        _path = path;
        _meetings = File.Exists(path) ? JsonSerializer.Deserialize<SortedDictionary<string, MeetingSpec>>(File.ReadAllBytes(path)) ?? [] : [];
    }

    public IEnumerable<KeyValuePair<string, MeetingSpec>> InOrder => _meetings.OrderBy(meeting => meeting.Value.StartTime);

    public MeetingSpec? Find(string id) => _meetings.GetValueOrDefault(id);

    public void Put(string id, MeetingSpec meeting)
    {
        _meetings[id] = meeting;
        Save();
    }

    public void Remove(string id)
    {
        _meetings.Remove(id);
        Save();
    }

    private void Save()
    {
        File.WriteAllBytes(_path + ".new", JsonSerializer.SerializeToUtf8Bytes(_meetings));
        File.Move(_path + ".new", _path, overwrite: true);
    }
}
